"use client";

import clsx from "clsx";
import { Hand } from "lucide-react";

import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";

import { type ClaimSource, useClaim } from "./use-claim";

/** Who works on this merchant now, so that two don't do the same unknowingly. It stops nobody. */
export function MerchantClaim({ mayClaim, ...source }: ClaimSource & { readonly mayClaim: boolean }) {
  const { claim, mine, change, act, busy, problem } = useClaim(source);
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1">
      {claim && (
        <span
          title="Advice to colleagues: it stops nobody, and ends a quarter of an hour after the page was last looked at."
          className={clsx("inline-flex min-w-0 items-center gap-1 text-xs [&_svg]:size-3.5 [&_svg]:shrink-0", mine ? "text-good" : "text-waiting")}
        >
          <Hand aria-hidden />
          <span className="wrap-anywhere min-w-0">
            <span className="font-medium">{mine ? "You are" : `${claim.by} is`} working on this</span>, started <RelativeTime at={claim.since} today />
          </span>
        </span>
      )}
      {mayClaim && (
        <Button variant="ghost" size="sm" icon={!claim && <Hand aria-hidden />} loading={busy} onClick={act}>
          {mine ? "I'm done" : claim ? "Take over" : "I'm working on this"}
        </Button>
      )}
      <span role="status" className={change ? "text-muted text-xs" : "sr-only"}>
        {change}
      </span>
      {problem && (
        <span role="alert" className="text-wrong text-xs">
          {problem.message}
        </span>
      )}
    </span>
  );
}
