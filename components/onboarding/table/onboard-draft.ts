import type { CheckHint } from "@/lib/desk/check";
import { type Draft, savedAnew } from "@/lib/desk/draft";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { checkForm } from "../check";
import { checkable } from "../checkable";
import { formOf } from "../form";
import { onboard } from "../onboard";

/** What became of a draft that was to be sent. */
export type Onboarded =
  | { readonly kind: "onboarded"; readonly accountId: string }
  /** Klarna's no: the draft can be corrected. */
  | { readonly kind: "refused"; readonly message: string }
  /** Nobody can say: the desk finds out. */
  | { readonly kind: "unclear"; readonly message: string }
  /** The desk has noticed something odd since: another merchant has its reference or its IBAN by now. It wasn't sent. */
  | { readonly kind: "odd"; readonly message: string }
  /** It isn't as it was made from the table: somebody changed or sent it. It wasn't sent from here. */
  | { readonly kind: "changed" }
  /** Somebody threw it away. */
  | { readonly kind: "gone" };

/** Sends a draft as it was made from a table, and no other. Throws what says nothing about this draft: the desk or Klarna can't be asked now. */
export async function onboardDraft(environment: Environment, id: string): Promise<Onboarded> {
  const draft = await draftNow(environment, id);
  if (!draft) return { kind: "gone" };
  if (draft.account_id) return { kind: "onboarded", accountId: draft.account_id };
  const { sendable, body } = checkForm(formOf(draft.content));
  if (draft.version !== 1 || !isUnsent(draft) || !sendable) return { kind: "changed" };
  const [odd] = await send<readonly CheckHint[]>("/api/desk/checks", { method: "POST", repeatable: true, body: { environment, body: checkable(body) } });
  if (odd) return { kind: "odd", message: odd.message };
  try {
    const { account_id: accountId } = await onboard(environment, { id, version: draft.version }, sendable);
    return { kind: "onboarded", accountId };
  } catch (error) {
    const { problem } = ProblemError.of(error);
    if (problem.code === savedAnew) return (await draftNow(environment, id)) ? { kind: "changed" } : { kind: "gone" };
    if (problem.unclear) return { kind: "unclear", message: problem.message };
    if (isOfThisOne(problem)) return { kind: "refused", message: [problem.message, ...problem.fields.map(({ message }) => message)].join(" ") };
    throw error;
  }
}

async function draftNow(environment: Environment, id: string): Promise<Draft | undefined> {
  try {
    return await send<Draft>(`/api/desk/drafts/${id}`, { search: { environment } });
  } catch (error) {
    if (ProblemError.of(error).problem.status === 404) return undefined;
    throw error;
  }
}

/** Whether Klarna has never said anything of it: it wasn't sent, or was kept back by a limit or a connection. */
function isUnsent({ outcome, refused }: Draft): boolean {
  return outcome === null || (outcome === "rejected" && refused.length === 0);
}

/** Whether a refusal is about what was sent, and not about who sends it or how much. */
function isOfThisOne({ status }: Problem): boolean {
  return status >= 400 && status < 500 && ![401, 403, 429].includes(status);
}
