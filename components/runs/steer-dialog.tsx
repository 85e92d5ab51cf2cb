"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import { counted } from "@/lib/desk/job-words";
import { type Run, typedAbove } from "@/lib/desk/run";
import { runTitle } from "@/lib/desk/run-words";

import { useSteering } from "./use-steering";

export interface SteerDialogProps {
  readonly run: Run;
  readonly action: "cancel" | "retry";
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** Asks once more before a run is cancelled, or what failed of it is tried again. */
export function SteerDialog({ run, action, onChanged, onClose }: SteerDialogProps) {
  const [typed, setTyped] = useState("");
  const [failed] = useState(run.counts.failed);
  const { steer, busy, problem } = useSteering(run, onChanged);
  const { title, description, stay, go } = action === "cancel" ? cancelWords(run) : retryWords(run, failed);
  const mustType = action === "retry" && failed > typedAbove;
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{stay}</Button>
          <Button
            variant={action === "cancel" || run.act === "suspend" ? "danger" : "primary"}
            loading={busy !== undefined}
            unavailable={mustType && typed.replace(/[\s.,]/g, "") !== String(failed) ? `Type ${failed} first.` : undefined}
            onClick={() => steer(action, action === "retry" ? { count: failed, typed } : {}, onClose)}
          >
            {go}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 empty:hidden">
        {mustType && (
          <TextField
            label={`Type ${failed} to say that you mean this many merchants`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            inputMode="numeric"
            autoComplete="off"
          />
        )}
        {problem && <ProblemNotice title="That wasn't done" problem={problem} />}
      </div>
    </Dialog>
  );
}

function cancelWords({ state, counts, act, ...run }: Run) {
  const left = counts.waiting + counts.taken;
  const scheduled = state === "scheduled";
  return {
    title: scheduled ? "Cancel what is scheduled?" : "Cancel this run?",
    description: scheduled
      ? `“${runTitle({ act, ...run })}” won't be begun. To do it after all, it has to be made anew.`
      : `${counted(left, "merchant")} ${left === 1 ? "is" : "are"} left as ${left === 1 ? "it is" : "they are"}; what was done stays done, and what is on its way is finished. A cancelled run can't be gone on with.`,
    stay: scheduled ? "Leave it scheduled" : "Let it go on",
    go: scheduled ? "Cancel the schedule" : "Cancel the run",
  };
}

function retryWords({ act }: Run, failed: number) {
  return {
    title: `Try ${counted(failed, "merchant")} again?`,
    description: `Only what failed is tried again, in your name: ${words[act]} What was done, and what was left out, isn't touched.`,
    stay: "Leave it",
    go: `Try ${failed === 1 ? "it" : `these ${failed.toLocaleString("en")}`} again`,
  };
}

const words: Readonly<Record<Run["act"], string>> = {
  suspend: "they are suspended, unless they turn out to be already.",
  reactivate: "they are reactivated, unless they turn out to be already.",
  "change-category": "they get the new category, unless they turn out to have it.",
  tag: "they get the tags, unless they turn out to have them.",
};
