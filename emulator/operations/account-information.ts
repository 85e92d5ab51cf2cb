import { conflict } from "../http/refusal";
import type { Piece } from "../state/account";
import type { Call, Handler } from "./handler";
import { manageable } from "./manageable";

/** Klarna takes it once. */
export const accountInformationHandlers: Readonly<Record<string, Handler>> = { "accountInformation.update": set };

function set(call: Call): Piece {
  const account = manageable(call);
  if (Object.keys(account.account_information).length > 0) throw conflict("Account information can only be set once");
  call.world.keep({ ...account, account_information: call.body });
  return call.body;
}
