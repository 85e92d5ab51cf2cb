import { RotateCcw, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { PauseButton } from "@/components/ui/pause-button";
import { ProblemNotice } from "@/components/ui/problem";
import { useFocusAfter } from "@/components/ui/use-focus-after";
import type { Run } from "@/lib/desk/run";

import { useSteering } from "./use-steering";

const SteerDialog = dynamic(() => import("./steer-dialog").then((module) => module.SteerDialog));

export interface RunActionsProps {
  readonly run: Run;
  readonly onChanged: () => void;
}

/** What can be done with a run as it stands. What can't be taken back is asked for once more. */
export function RunActions({ run, onChanged }: RunActionsProps) {
  const [asking, setAsking] = useState<"cancel" | "retry">();
  const { steer, busy, problem } = useSteering(run, onChanged);
  const { state, counts } = run;
  const isOpen = state !== "done" && state !== "cancelled";
  const isPaused = state === "paused" || state === "stopped";
  const area = useRef<HTMLDivElement>(null);
  // What asked may be gone before its question is, and may go after it.
  const keepPlace = useFocusAfter(area, `${state} ${asking}`, buttons);
  const onAsked = () => {
    onChanged();
    keepPlace();
  };
  const onClose = () => {
    setAsking(undefined);
    keepPlace();
  };
  return (
    <>
      <div ref={area} className="contents">
        {isOpen && state !== "scheduled" && (
          <PauseButton
            variant={isPaused ? "primary" : "secondary"}
            paused={isPaused}
            loading={busy === "pause" || busy === "resume"}
            onPress={(action) => steer(action)}
          />
        )}
        {isOpen && (
          <Button icon={<X aria-hidden />} onClick={() => setAsking("cancel")}>
            {state === "scheduled" ? "Cancel the schedule" : "Cancel"}
          </Button>
        )}
        {state === "done" && counts.failed > 0 && (
          <Button variant="primary" icon={<RotateCcw aria-hidden />} onClick={() => setAsking("retry")}>
            Try the {counts.failed === 1 ? "one" : counts.failed.toLocaleString("en")} that failed again
          </Button>
        )}
      </div>
      {problem && !asking && <ProblemNotice className="basis-full" problem={problem} title="That wasn't done" />}
      {asking && <SteerDialog run={run} action={asking} onChanged={onAsked} onClose={onClose} />}
    </>
  );
}

const buttons = { row: "button" };
