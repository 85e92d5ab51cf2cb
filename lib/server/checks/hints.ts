import "server-only";
import type { CheckHint } from "@/lib/desk/check";

import { bankHints } from "./bank";
import { companyNumberHints } from "./company-number";
import type { CheckInput } from "./input";
import { postalCodeHints } from "./postal-code";
import { referenceHints } from "./reference";
import { usedIbanHints } from "./used-iban";

/** What looks odd about an onboarding in preparation. Nothing of it is kept. */
export async function hintsOn({ environment, account_id, body }: CheckInput): Promise<readonly CheckHint[]> {
  const asked = await Promise.all([referenceHints(environment, { account_id, body }), usedIbanHints(environment, { account_id, body })]);
  return [...asked.flat(), ...companyNumberHints(body), ...postalCodeHints(body), ...bankHints(body)];
}
