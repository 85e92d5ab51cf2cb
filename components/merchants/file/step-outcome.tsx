import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { ProblemNotice } from "@/components/ui/problem";
import { ProblemHelpHere } from "@/components/ui/problem-help";
import { fieldRow, fullLabel } from "@/lib/klarna/file/fields";
import { type Part, partIn } from "@/lib/klarna/file/parts";
import type { Problem } from "@/lib/klarna/problem";

import { useMerchantHere } from "../merchant-context";
import { ConflictView } from "./conflict-view";
import { useEdit } from "./edit-context";
import { holdsSomething, StandsAlready } from "./stands-already";
import type { Step } from "./steps";
import type { StepState } from "./use-sending-parts";

export interface StepOutcomeProps {
  readonly step: Step;
  readonly state: StepState;
  /** Begin this one anew: it was corrected, or chosen. */
  readonly onAgain: () => void;
  /** Why nothing can be sent, if so. */
  readonly unavailable: string | undefined;
  /** Back to the form. */
  readonly onCorrect: () => void;
}

/** What a person can do where a step can't go on, and what is known of why. */
export function StepOutcome({ step, state, onAgain, unavailable, onCorrect }: StepOutcomeProps): ReactNode {
  const { book } = useEdit();
  const { account } = useMerchantHere();
  const { key, part } = step;
  const names = (fields: readonly string[]) =>
    fields.map((name) => {
      const row = fieldRow(part.resource, name);
      return row ? fullLabel(row) : name;
    });
  switch (state.is) {
    case "done":
      return (
        state.merged.length > 0 && (
          <p className="text-muted">Somebody else had changed {names(state.merged).join(", ")} meanwhile; that stays as they made it.</p>
        )
      );
    case "conflict":
      if (state.conflicts.length > 0) return <ConflictView step={step} conflicts={state.conflicts} onChosen={onAgain} />;
      return (
        <Blocked text={`It was changed since you began (${names(state.merged).join(", ")}), so it wasn't removed. Look at it once more.`}>
          <Button onClick={() => void book.drop(key)}>Don't remove it</Button>
        </Blocked>
      );
    case "gone":
      return (
        <Blocked text="Klarna hasn't got this any more: somebody removed it since you began. There is nothing to change.">
          <Button onClick={() => void book.drop(key)}>Leave it out</Button>
        </Blocked>
      );
    case "refused":
      if (isOnlyOnce(part, account, state.problem)) return <StandsAlready step={step} problem={state.problem} />;
      return (
        <ProblemNotice
          title="This wasn't done"
          problem={state.problem}
          about={{ operation: operationOf(step) }}
          actions={
            <>
              {state.problem.fields.length > 0 && (
                <Button variant="primary" onClick={onCorrect}>
                  Correct it
                </Button>
              )}
              <Button onClick={onAgain} {...(unavailable && { unavailable })}>
                Try again
              </Button>
            </>
          }
        />
      );
    case "sent-before":
      return (
        <Blocked text="It was added before, as it was then; what you typed since wasn't sent. Find it among those that Klarna has, and change it there.">
          <Button onClick={() => void book.drop(key)}>Leave it out</Button>
        </Blocked>
      );
    case "unknown":
      return <UnknownStep problem={state.problem} operation={operationOf(step)} />;
    default:
      return null;
  }
}

/**
 * Klarna takes account information once: from the desk, which looks first, or from Klarna, where somebody was faster and a value stands by now. It
 * answers the same while the account is being set up, and that passes.
 */
function isOnlyOnce(part: Part, account: unknown, { code }: Problem): boolean {
  return part.resource === "accountInformation" && (code === "ONLY_ONCE" || (code === "RESOURCE_CONFLICT" && holdsSomething(partIn(account, part))));
}

function operationOf({ part, edited }: Step): string {
  return `${part.resource}.${edited.act}`;
}

/** Nobody can say whether it was done: with what Klarna's support asks for, where Klarna has said it. */
function UnknownStep({ problem, operation }: { readonly problem: Problem | undefined; readonly operation: string }) {
  const words = problem?.message ?? "This was sent, and Klarna hasn't said yet whether it is done. The desk finds out by itself.";
  const { errorId } = problem ?? {};
  return (
    <Blocked text={`${words} What is left waits until it is clear; you may close this, nothing is lost.`}>
      {errorId && (
        <span className="inline-flex min-w-0 items-center gap-1 text-muted text-xs">
          <span className="shrink-0">Error id</span> <span className="min-w-0 break-all mono text-ink">{errorId}</span>
          <CopyButton value={errorId} label="error id" />
        </span>
      )}
      {problem && <ProblemHelpHere problem={{ ...problem, about: { operation } }} />}
    </Blocked>
  );
}

function Blocked({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div role="alert" className="grid gap-2 rounded border border-waiting-line bg-waiting-soft px-3 py-2">
      <p className="text-pretty">{text}</p>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}
