"use client";

import { CircleCheck, CircleDashed, CircleHelp, CircleX, GitCompareArrows } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { Spinner } from "@/components/ui/spinner";
import { fieldRow, fullLabel } from "@/lib/klarna/file/fields";

import { ChangeList } from "./change-list";
import { ConflictView } from "./conflict-view";
import { useEdit } from "./edit-context";
import { stepTitle } from "./part-words";
import type { Step } from "./steps";
import type { StepState } from "./use-sending-parts";

export interface StepViewProps {
  readonly step: Step;
  readonly state: StepState;
  /** Begin this one anew: it was corrected, or chosen. */
  readonly onAgain: () => void;
  /** Back to the form. */
  readonly onCorrect: () => void;
}

/** One step of an edit: what it changes, how it stands, and what a person can do where it can't go on. */
export function StepView({ step, state, onAgain, onCorrect }: StepViewProps) {
  const { part, edited } = step;
  const { icon, words } = looks[state.is];
  return (
    <li className="grid gap-2 border-b py-3 last:border-0">
      <div className="flex items-center gap-2">
        <span className="[&_svg]:size-4">{icon}</span>
        <h3 className="wrap-anywhere min-w-0 font-medium">{stepTitle(part.resource, edited.act, { ...edited.start, ...edited.values })}</h3>
        <span role="status" className="ml-auto shrink-0 text-muted text-xs">
          {words}
        </span>
      </div>
      <div className="grid gap-3 pl-6">
        {state.is !== "conflict" && <ChangeList step={step} />}
        <Outcome {...{ step, state, onAgain, onCorrect }} />
      </div>
    </li>
  );
}

function Outcome({ step, state, onAgain, onCorrect }: StepViewProps): ReactNode {
  const { book } = useEdit();
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
      return (
        <ProblemNotice
          title="This wasn't done"
          problem={state.problem}
          actions={
            <>
              {state.problem.fields.length > 0 && (
                <Button variant="primary" onClick={onCorrect}>
                  Correct it
                </Button>
              )}
              <Button onClick={onAgain}>Try again</Button>
            </>
          }
        />
      );
    case "unknown":
      return <Blocked text={`${state.problem.message} What is left waits until it is clear; you may close this, nothing is lost.`} />;
    default:
      return null;
  }
}

function Blocked({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div role="alert" className="grid gap-2 rounded border border-waiting-line bg-waiting-soft px-3 py-2">
      <p className="text-pretty">{text}</p>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}

const looks: Readonly<Record<StepState["is"], { readonly icon: ReactNode; readonly words: string }>> = {
  waiting: { icon: <CircleDashed aria-hidden className="text-off" />, words: "Not sent" },
  sending: { icon: <Spinner />, words: "Being sent …" },
  done: { icon: <CircleCheck aria-hidden className="text-good" />, words: "Klarna has it" },
  "as-wanted": { icon: <CircleCheck aria-hidden className="text-good" />, words: "Stood so already" },
  conflict: { icon: <GitCompareArrows aria-hidden className="text-waiting" />, words: "Changed meanwhile" },
  gone: { icon: <CircleX aria-hidden className="text-waiting" />, words: "Not there any more" },
  refused: { icon: <CircleX aria-hidden className="text-wrong" />, words: "Not done" },
  unknown: { icon: <CircleHelp aria-hidden className="text-waiting" />, words: "Not known yet" },
};
