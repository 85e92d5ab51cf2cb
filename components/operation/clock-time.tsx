"use client";

import { useSyncExternalStore } from "react";

/** `12:03:05` in the zone of whoever looks; the server doesn't know it, so it draws nothing. */
export function ClockTime({ at }: { readonly at: string }) {
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const date = new Date(at);
  return here && !Number.isNaN(date.getTime()) ? (
    <time dateTime={at} className="tabular-nums">
      {date.toLocaleTimeString("en-GB")}
    </time>
  ) : null;
}

const never = () => () => undefined;
