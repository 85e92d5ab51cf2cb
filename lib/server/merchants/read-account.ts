import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { accounts } from "@/lib/klarna/operations/accounts";

import { read } from "../operations/read";
import { type MerchantFacts, merchantFacts } from "./facts";

/** What the directory keeps comes with one read. The bank accounts only pass through the index of IBANs, and of the people only their roles are looked at. */
const expand = [
  "products",
  "channel.websites",
  "extra-account-data.business-information",
  "extra-account-data.beneficiary-information",
  "extra-account-data.settlement-information",
] as const;

/** Reads an account for the directory, in the background. Throws Klarna's refusal, or why there is no answer, as a problem. */
export async function readAccount(environment: Environment, accountId: string): Promise<MerchantFacts | undefined> {
  const { output } = await read({ environment, operation: accounts.get, params: { account_id: accountId }, query: { expand } }, "background");
  return merchantFacts(output);
}
