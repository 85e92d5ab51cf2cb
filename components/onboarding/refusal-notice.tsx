"use client";

import { ProblemNotice } from "@/components/ui/problem";
import type { Draft } from "@/lib/desk/draft";
import { isFoundOut, unsentInWords } from "@/lib/desk/undone";
import type { Problem } from "@/lib/klarna/problem";

import type { Refusal } from "./contract";
import { DraftLanguage } from "./draft-language";
import { onboardingOf } from "./onboarding-of";
import { stepOf } from "./steps";
import { isPassing } from "./use-sending";
import { useWizard } from "./wizard-context";
import { fieldLabel } from "./words";

export interface RefusalNoticeProps {
  readonly draft: Draft;
  /** What the last sending from this page came to, if it wasn't a merchant. */
  readonly problem: Problem | undefined;
  /** What Klarna said about fields that still hold what it refused. */
  readonly refusals: readonly Refusal[];
}

/** Why a draft isn't a merchant yet, and where to correct what Klarna refused. */
export function RefusalNotice({ draft, problem, refusals }: RefusalNoticeProps) {
  if (!problem || isPassing(problem)) {
    // The desk writes down what it is to send before anything leaves it, and of this it has nothing.
    if (problem?.unclear && draft.outcome === null)
      return <ProblemNotice title="The merchant wasn't created: nothing was sent" problem={{ ...problem, unclear: false, message: untaken }} />;
    if (draft.outcome !== "rejected") return null;
    const { title, act, errorId } = lastTime(draft, refusals);
    return (
      <div className="grid gap-2">
        <DraftLanguage draft={draft}>
          <ProblemNotice
            title={title}
            problem={{ message: `${act} it again: it stays the same onboarding.`, ...(errorId && { errorId }) }}
            about={onboardingOf(draft)}
          />
        </DraftLanguage>
        <Reasons refusals={refusals} />
      </div>
    );
  }
  const title = refusals.length > 0 ? "The merchant wasn't created: some fields need a correction" : "The merchant wasn't created";
  return (
    <div className="grid gap-2">
      <DraftLanguage draft={draft}>
        <ProblemNotice title={title} problem={problem} about={{ operation: "accounts.onboard" }} />
      </DraftLanguage>
      <Reasons refusals={refusals} />
    </div>
  );
}

const untaken = "The desk didn't take what this page sent, so Klarna wasn't asked. Send it again as it stands.";

/** What came of the last sending, and what to do. Only what Klarna itself refused is told to its support as that. */
function lastTime(draft: Draft, refusals: readonly Refusal[]): { readonly title: string; readonly act: string; readonly errorId?: string | null } {
  const unsent = unsentInWords(draft);
  if (unsent) return { title: `The merchant wasn't created: ${unsent}`, act: "Send" };
  if (isFoundOut(draft)) return { title: "It was found out that Klarna hadn't created this merchant", act: "If it is still wanted, send" };
  const changed = draft.refused.length > 0 && refusals.length === 0;
  return {
    title: "Klarna refused this when it was last sent",
    act: changed ? "What it refused was changed since. Send" : "Correct it and send",
    errorId: draft.error_id,
  };
}

function Reasons({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const { goTo } = useWizard();
  if (refusals.length === 0) return null;
  return (
    <ul aria-label="What needs a correction" className="grid gap-1 pl-11">
      {refusals.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <button type="button" onClick={() => goTo(stepOf(path), path)} className="rounded-sm font-medium text-accent-ink underline underline-offset-2">
            {fieldLabel(path)}
          </button>
          : {message}
        </li>
      ))}
    </ul>
  );
}
