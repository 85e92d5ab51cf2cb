"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound, Settings2 } from "lucide-react";
import { useState } from "react";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { WebhookWatch } from "@/lib/desk/webhook";
import { watchWords } from "@/lib/desk/webhook-words";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { QuietHoursDialog } from "./quiet-hours-dialog";

export interface WatchLineProps {
  readonly watch: WebhookWatch;
  readonly readAt: string;
  readonly maySet: boolean;
}

/** How one environment's webhooks stand, in a line; an alarm says since when and what to look at. */
export function WatchLine({ watch: known, readAt, maySet }: WatchLineProps) {
  const [asking, setAsking] = useState(false);
  const { data: watch } = useQuery({
    ...readDesk<WebhookWatch>("webhooks/watch", { environment: known.environment }),
    initialData: known,
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: 15_000,
  });
  const { tone, label, words } = watchWords(watch);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-2.5">
      <span className="w-12 font-medium">{watch.environment.toUpperCase()}</span>
      <Badge tone={tone}>{label}</Badge>
      <span className="min-w-0 flex-1 basis-80 text-pretty empty:max-md:hidden">{words}</span>
      <span className="text-muted max-md:w-full md:w-68">
        {watch.last_at ? (
          <>
            The last came <RelativeTime at={watch.last_at} />
          </>
        ) : (
          "None has come yet"
        )}
      </span>
      <ButtonLink
        variant="ghost"
        size="sm"
        icon={<KeyRound aria-hidden />}
        href={routes.webhookAddress(watch.environment)}
        aria-label={`${watch.environment.toUpperCase()}: address and keys`}
      >
        Address and keys
      </ButtonLink>
      {maySet && (
        <Button
          variant="ghost"
          size="sm"
          icon={<Settings2 aria-hidden />}
          onClick={() => setAsking(true)}
          aria-label={`${watch.environment.toUpperCase()}: Silent after ${watch.quiet_hours} h`}
        >
          Silent after {watch.quiet_hours} h
        </Button>
      )}
      {asking && <QuietHoursDialog watch={watch} onClose={() => setAsking(false)} />}
    </div>
  );
}
