"use client";

import { CircleCheck, CircleDashed, CircleHelp, CircleX, GitCompareArrows } from "lucide-react";
import type { ReactNode } from "react";

import { Spinner } from "@/components/ui/spinner";

import { ChangeList } from "./change-list";
import { LeftOut } from "./left-out";
import { stepTitle } from "./part-words";
import { StepOutcome, type StepOutcomeProps } from "./step-outcome";
import type { StepState } from "./use-sending-parts";

/** One step of an edit: what it changes, how it stands, and what a person can do where it can't go on. */
export function StepView(props: StepOutcomeProps) {
  const { step, state } = props;
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
        {state.is === "waiting" && <LeftOut step={step} />}
        <StepOutcome {...props} />
      </div>
    </li>
  );
}

const looks: Readonly<Record<StepState["is"], { readonly icon: ReactNode; readonly words: string }>> = {
  waiting: { icon: <CircleDashed aria-hidden className="text-off" />, words: "Not sent" },
  sending: { icon: <Spinner />, words: "Being sent …" },
  done: { icon: <CircleCheck aria-hidden className="text-good" />, words: "Klarna has it" },
  "as-wanted": { icon: <CircleCheck aria-hidden className="text-good" />, words: "Stood so already" },
  conflict: { icon: <GitCompareArrows aria-hidden className="text-waiting" />, words: "Changed meanwhile" },
  "sent-before": { icon: <GitCompareArrows aria-hidden className="text-waiting" />, words: "Sent before" },
  gone: { icon: <CircleX aria-hidden className="text-waiting" />, words: "Not there any more" },
  refused: { icon: <CircleX aria-hidden className="text-wrong" />, words: "Not done" },
  unknown: { icon: <CircleHelp aria-hidden className="text-waiting" />, words: "Not known yet" },
};
