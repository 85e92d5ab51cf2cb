"use client";

import { useSyncExternalStore } from "react";

import { exactTime, relativeTime, utcTime } from "./time";

export interface RelativeTimeProps {
  /** An ISO 8601 timestamp with a zone. */
  readonly at: string;
  /** For what is at most some hours old: the server writes the hour alone, and less room is kept. */
  readonly today?: boolean;
}

/**
 * "3 min ago", kept true; the exact time on hover, in the person's zone and in UTC. The server can't know the person's clock or
 * zone, so it writes the UTC time; that keeps its place afterwards, so that nothing moves when the words get shorter. On paper, where "3 min ago" is never true, it is what stands there.
 */
export function RelativeTime({ at, today = false }: RelativeTimeProps) {
  const now = useSyncExternalStore(onTick, quarterMinute, () => undefined);
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <span>{at}</span>;
  const utc = utcTime(date);
  const drawn = today ? utc.slice(-"12:37 UTC".length) : utc;
  return (
    <time dateTime={at} title={now === undefined ? utc : `${exactTime(date)}\n${utc}`} className="inline-grid max-w-full tabular-nums">
      {now === undefined ? (
        <span className="truncate">{drawn}</span>
      ) : (
        <>
          <span className="col-start-1 row-start-1 truncate print:hidden">{relativeTime(date, now)}</span>
          <span aria-hidden className="invisible col-start-1 row-start-1 truncate print:visible">
            {drawn}
          </span>
        </>
      )}
    </time>
  );
}

// One clock for all of them.
const listeners = new Set<() => void>();
let clock: ReturnType<typeof setInterval> | undefined;

function onTick(listener: () => void): () => void {
  listeners.add(listener);
  clock ??= setInterval(() => listeners.forEach((tell) => void tell()), 15_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(clock);
    clock = undefined;
  };
}

/** The present, in steps, so that two looks in a row see the same. */
function quarterMinute(): number {
  return Math.floor(Date.now() / 15_000) * 15_000;
}
