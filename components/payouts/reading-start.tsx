"use client";

import { useMutation } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import type { PayoutConnection } from "@/lib/desk/payout";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

export interface ReadingStartProps {
  readonly connections: readonly Pick<PayoutConnection, "id" | "name" | "refusal" | "listed_until">[];
  /** Connections that are being read already. */
  readonly open: ReadonlySet<string>;
  readonly onStarted: () => void;
}

/** Each connection with how far it was read, and ways to have it read now. */
export function ReadingStart({ connections, open, onStarted }: ReadingStartProps) {
  const start = useMutation({
    mutationFn: (body: { readonly connection: string; readonly kind: "full" | "incremental" }) =>
      send<void>("/api/desk/payouts/syncs", { method: "POST", body }),
    onSettled: onStarted,
  });
  if (connections.length === 0)
    return <EmptyState title="No merchant's payouts are connected">An admin connects them in the settings, under payout connections.</EmptyState>;
  return (
    <>
      <ul aria-label="Connections" className="grid gap-3">
        {connections.map(({ id, name, refusal, listed_until }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded border px-4 py-3">
            <span className="min-w-0 flex-1">
              <span className="wrap-anywhere font-medium">{name}</span>
              <span className="block text-muted text-xs">
                {refusal ? (
                  <span className="text-wrong">Klarna doesn't take its credential</span>
                ) : listed_until ? (
                  <>
                    Read until <RelativeTime at={listed_until} />
                  </>
                ) : (
                  "Not read to its end yet"
                )}
              </span>
            </span>
            {(["incremental", "full"] as const).map((kind) => (
              <Button
                key={kind}
                size="sm"
                {...(kind === "full" && { variant: "ghost" as const })}
                icon={<RefreshCw aria-hidden />}
                loading={start.isPending && start.variables.connection === id && start.variables.kind === kind}
                unavailable={open.has(id) ? "It is being read: wait for that to end, or give it up" : undefined}
                onClick={() => start.mutate({ connection: id, kind })}
                aria-label={`Read ${kind === "full" ? "everything" : "what is new"} of ${name}`}
              >
                {kind === "full" ? "Read everything" : "Read what is new"}
              </Button>
            ))}
          </li>
        ))}
      </ul>
      {start.error && <ProblemNotice className="mt-3" title="It wasn't begun" problem={ProblemError.of(start.error).problem} />}
    </>
  );
}
