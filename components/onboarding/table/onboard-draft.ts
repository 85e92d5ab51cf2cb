import type { Draft } from "@/lib/desk/draft";
import type { Environment } from "@/lib/klarna/environment";
import { accounts } from "@/lib/klarna/operations/accounts";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { checkForm } from "../check";
import { formOf } from "../form";

/** What became of a draft that was to be sent. */
export type Onboarded =
  | { readonly kind: "onboarded"; readonly accountId: string }
  /** Klarna's no: the draft can be corrected. */
  | { readonly kind: "refused"; readonly message: string }
  /** Nobody can say: the desk finds out. */
  | { readonly kind: "unclear"; readonly message: string }
  /** It isn't as it was made from the table: somebody changed or sent it. It wasn't sent from here. */
  | { readonly kind: "changed" };

/** Sends a draft as it was made from a table, and no other. Throws what says nothing about this draft: the desk or Klarna can't be asked now. */
export async function onboardDraft(environment: Environment, id: string): Promise<Onboarded> {
  const draft = await send<Draft>(`/api/desk/drafts/${id}`, { search: { environment } });
  if (draft.account_id) return { kind: "onboarded", accountId: draft.account_id };
  const { sendable } = checkForm(formOf(draft.content));
  if (draft.version !== 1 || draft.outcome !== null || !sendable) return { kind: "changed" };
  try {
    const { name, method } = accounts.onboard;
    const { account_id: accountId } = await send<{ readonly account_id: string }>(`/api/klarna/${environment}/${name}`, {
      method,
      body: sendable,
      attempt: id,
    });
    return { kind: "onboarded", accountId };
  } catch (error) {
    const { problem } = ProblemError.of(error);
    if (problem.unclear) return { kind: "unclear", message: problem.message };
    if (isOfThisOne(problem)) return { kind: "refused", message: [problem.message, ...problem.fields.map(({ message }) => message)].join(" ") };
    throw error;
  }
}

/** Whether a refusal is about what was sent, and not about who sends it or how much. */
function isOfThisOne({ status }: Problem): boolean {
  return status >= 400 && status < 500 && ![401, 403, 429].includes(status);
}
