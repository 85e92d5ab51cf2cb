import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import { Progress } from "@/components/ui/progress";
import { counted } from "@/lib/desk/job-words";
import type { Environment } from "@/lib/klarna/environment";

import type { RowToSend, useOnboardRows } from "./use-onboard-rows";

const OnboardDialog = dynamic(() => import("./onboard-dialog").then((module) => module.OnboardDialog));

export interface OnboardBarProps {
  readonly environment: Environment;
  /** The drafts that can be sent as they stand, and look odd in nothing. */
  readonly rows: readonly RowToSend[];
  readonly sending: ReturnType<typeof useOnboardRows>;
}

/** Sends the drafts of a table that need nobody's eyes any more, one after another. */
export function OnboardBar({ environment, rows, sending: { outcomes, busy, problem, onboard, stop } }: OnboardBarProps) {
  // What is asked for and confirmed stays what it was: more drafts may turn out to be sendable meanwhile.
  const [asking, setAsking] = useState<readonly RowToSend[]>();
  const [confirmed, setConfirmed] = useState<readonly RowToSend[]>([]);
  const left = rows.filter(({ line }) => !outcomes.has(line));
  const told = [...outcomes.values()].filter(({ kind }) => kind !== "sending");
  const done = told.filter(({ kind }) => kind === "onboarded").length;
  const others = told.length - done;
  const through = confirmed.filter(({ line }) => outcomes.has(line) && outcomes.get(line)?.kind !== "sending").length;
  if (left.length === 0 && outcomes.size === 0) return null;
  return (
    <div className="mt-4 grid gap-4">
      <Notice
        tone={busy ? "waiting" : others > 0 ? "waiting" : done > 0 ? "good" : "info"}
        role="status"
        title={busy ? `Onboarding: through with ${through} of ${confirmed.length}` : titleOf(done, others, left.length)}
        {...((busy || left.length > 0) && {
          actions: busy ? (
            <Button onClick={stop}>Stop after this one</Button>
          ) : (
            <Button variant="primary" onClick={() => setAsking(left)}>
              Onboard {counted(left.length, "merchant")} …
            </Button>
          ),
        })}
      >
        {busy ? (
          <Progress label="Merchants sent to Klarna" done={through} total={confirmed.length} />
        ) : (
          "Each can be sent from its draft, too. What looks odd, or was changed since, is sent from there only."
        )}
      </Notice>
      {problem && <ProblemNotice title="It was stopped, and the rest weren't sent" problem={problem} />}
      {asking && (
        <OnboardDialog
          environment={environment}
          count={asking.length}
          onClose={() => setAsking(undefined)}
          onConfirm={() => {
            setAsking(undefined);
            setConfirmed(asking);
            void onboard(asking);
          }}
        />
      )}
    </div>
  );
}

function titleOf(done: number, others: number, left: number): string {
  const told = [
    ...(done > 0 ? [`${counted(done, "merchant")} onboarded`] : []),
    ...(others > 0 ? [`${others} to look at`] : []),
    ...(left > 0 ? [`${counted(left, "draft")} can be sent as ${left === 1 ? "it stands" : "they stand"}`] : []),
  ];
  return told.join(", ");
}
