import type { Environment } from "@/lib/klarna/environment";
import { accounts } from "@/lib/klarna/operations/accounts";
import { send } from "@/lib/query/send";

import type { OnboardingBody } from "./check";

/** Sends a draft to Klarna as it was saved under this version. Refused, and not sent, when somebody has saved it anew or thrown it away since. */
export function onboard(environment: Environment, draft: { readonly id: string; readonly version: number }, body: OnboardingBody) {
  const { name, method } = accounts.onboard;
  return send<{ readonly account_id: string }>(`/api/klarna/${environment}/${name}`, { method, body, attempt: draft.id, draftVersion: draft.version });
}
