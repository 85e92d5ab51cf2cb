import { conflict, forbidden } from "../http/refusal";
import type { Account } from "../state/account";
import { accountOf, type Call } from "./handler";

/** The account that the path names, if it can be changed now: 409 while it's being set up, 403 once Klarna has disabled it. */
export function manageable(call: Call): Account {
  const account = accountOf(call);
  if (account.state === "PARTIALLY_OPERATIONAL") throw conflict("The account is being set up. Try again once it is operational.");
  if (account.state === "DISABLED") throw forbidden("The account is disabled.");
  return account;
}
