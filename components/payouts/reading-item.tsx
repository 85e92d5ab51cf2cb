"use client";

import { useMutation } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useRef } from "react";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { PauseButton } from "@/components/ui/pause-button";
import { ProblemNotice } from "@/components/ui/problem";
import { Progress } from "@/components/ui/progress";
import { RelativeTime } from "@/components/ui/relative-time";
import { useFocusAfter } from "@/components/ui/use-focus-after";
import { readingStates } from "@/lib/desk/job-words";
import type { PayoutSync } from "@/lib/desk/payout";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { faultWords, stoppedWords, syncKinds } from "./words";

/** How one reading stands, what came of it, and what can be done with it. */
export function ReadingItem({ given, onChanged }: { readonly given: PayoutSync; readonly onChanged: () => void }) {
  const { id, connection, kind, by, created_at, state, code, finished_at, faults } = given;
  const steer = useMutation({
    mutationFn: (action: "pause" | "resume" | "cancel") => send<void>(`/api/desk/payouts/syncs/${id}`, { method: "POST", body: { action } }),
    onSettled: (_answer, _error, action) => {
      onChanged();
      if (action === "cancel") keepPlace();
    },
  });
  const { tone, label } = readingStates[state];
  const over = finished_at !== null || state === "cancelled";
  const area = useRef<HTMLLIElement>(null);
  const keepPlace = useFocusAfter(area, String(over), standing);
  const busy = steer.isPending ? steer.variables : undefined;
  return (
    <li ref={area} className="rounded border px-4 py-3">
      <div data-standing tabIndex={-1} className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="wrap-anywhere min-w-0 font-medium">{connection}</span>
        <Badge tone={tone}>{label}</Badge>
        <span className="min-w-0 flex-1 basis-48 text-muted">
          {syncKinds[kind]}, {by ?? "by itself"}, <RelativeTime at={created_at} />
        </span>
        {!over && (
          <span className="flex flex-wrap gap-2">
            {state !== "done" && (
              <PauseButton
                size="sm"
                paused={state === "paused" || state === "stopped"}
                loading={busy === "pause" || busy === "resume"}
                onPress={(action) => steer.mutate(action)}
              />
            )}
            <Button size="sm" variant="ghost" icon={<X aria-hidden />} loading={busy === "cancel"} onClick={() => steer.mutate("cancel")}>
              Give up
            </Button>
          </span>
        )}
      </div>
      {!over && (
        <div className="mt-3">
          <Progress label={`Reading ${connection}`} done={doneOf(given)} total={100} resting={state !== "running"} />
        </div>
      )}
      <p className="mt-2 text-muted tabular-nums">{progressWords(given)}</p>
      {code && state !== "done" && <p className="mt-2 text-wrong">{stoppedWords(code)}</p>}
      {faults.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer text-waiting">{faults.length === 1 ? "One thing came up" : `${faults.length} things came up`}</summary>
          <ul className="mt-1 list-disc pl-5">
            {faults.map((fault) => (
              <li key={`${fault.code} ${fault.about}`} className="wrap-anywhere">
                {faultWords(fault)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {steer.error && <ProblemNotice className="mt-3" title="That wasn't done" problem={ProblemError.of(steer.error).problem} />}
    </li>
  );
}

// Once it is given up its buttons are gone: the focus goes to the line that says so.
const standing = { row: "[data-standing]" };

/** In a hundredth: a third for the list of payouts, the rest for their lines. */
function doneOf({ from, until, listed_until, payouts, left }: PayoutSync): number {
  const [start, end, at] = [from, until, listed_until].map((moment) => Date.parse(moment)) as [number, number, number];
  const listed = end > start ? Math.min(1, (at - start) / (end - start)) : 1;
  if (listed < 1) return listed * 33;
  return 33 + (payouts === 0 ? 67 : 67 * Math.max(0, 1 - left / Math.max(payouts, left)));
}

function progressWords({ payouts, added, changed, lines, calls, left, from, finished_at }: PayoutSync): string {
  const count = (number: number, one: string, many: string) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
  const so = `${count(payouts, "payout", "payouts")} since ${from.slice(0, 10)}: ${added.toLocaleString("en")} new, ${changed.toLocaleString("en")} changed; ${count(lines, "line", "lines")}, ${count(calls, "call", "calls")} to Klarna`;
  return finished_at === null && left > 0 ? `${so}; the lines of ${count(left, "payout", "payouts")} are left` : so;
}
