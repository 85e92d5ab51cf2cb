import { FailedRead } from "@/components/operation/failed-read";
import { Notice } from "@/components/ui/notice";
import { LinesSkeleton } from "@/components/ui/skeleton";
import { counted } from "@/lib/desk/job-words";
import type { RunAct, RunCheck } from "@/lib/desk/run";
import type { Problem } from "@/lib/klarna/problem";

import { whatWillHappen } from "./acts";

export interface CheckViewProps {
  readonly act: RunAct;
  readonly code: string;
  readonly check: RunCheck | undefined;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  readonly again: () => Promise<unknown>;
}

const mostReasons = 6;

/** What would happen, to how many, and who is left out and why. Nothing has been sent. */
export function CheckView({ act, code, check, problem, busy, again }: CheckViewProps) {
  if (problem) return <FailedRead title="What would happen couldn't be found out" problem={problem} refetch={again} />;
  if (busy) return <LinesSkeleton lines={3} />;
  if (!check) return null;
  const { ready, merchants, left_out } = check;
  const out = merchants - ready;
  const [first, ...more] = whatWillHappen(act, check, code);
  return (
    <Notice tone={ready === 0 ? "waiting" : "info"} role="status" title={ready === 0 ? "There is no merchant that this could be done to" : first}>
      {ready > 0 && more.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {out > 0 && (
        <>
          <p className="mt-2 font-medium">{counted(out, "merchant")} left out:</p>
          <ul className="ml-4 list-disc tabular-nums">
            {left_out.slice(0, mostReasons).map(({ why, count }) => (
              <li key={why}>{count === out && out === 1 ? why : `${count.toLocaleString("en")}: ${why}`}</li>
            ))}
            {left_out.length > mostReasons && <li>and others, each with its reason in the results.</li>}
          </ul>
        </>
      )}
    </Notice>
  );
}
