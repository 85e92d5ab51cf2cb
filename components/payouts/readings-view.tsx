"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import type { PayoutConnection, PayoutSync } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";

import { ReadingItem } from "./reading-item";
import { ReadingStart } from "./reading-start";

export interface ReadingsViewProps {
  readonly environment: Environment;
  readonly connections: readonly Pick<PayoutConnection, "id" | "name" | "refusal" | "listed_until">[];
  /** The latest readings as the server found them, and when. */
  readonly first: readonly PayoutSync[];
  readonly readAt: string;
}

/** Begins readings of payouts, and shows how the latest ones stand: each second while one is under way. */
export function ReadingsView({ environment, connections, first, readAt }: ReadingsViewProps) {
  const client = useQueryClient();
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...readDesk<readonly PayoutSync[]>("payouts/syncs", { environment }),
    initialData: first,
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 1_000 : 15_000),
  });
  const { busy, refresh } = useRefresh(refetch);
  const onChanged = () => void client.invalidateQueries({ queryKey: ["payouts"] });
  return (
    <>
      <ReadingStart connections={connections} open={new Set(data.filter(isOpen).map(({ connection_id }) => connection_id))} onStarted={onChanged} />
      <section aria-labelledby="latest" className="mt-10">
        <h2 id="latest" className="font-semibold text-base">
          Latest readings
        </h2>
        <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={new Date(dataUpdatedAt).toISOString()} busy={busy} refresh={refresh}>
          {data.length === 0 ? "None yet. What is read, and what comes up, will stand here." : "New payouts are read every hour, everything once a week."}
        </Freshness>
        <ul className="mt-1 grid gap-3">
          {data.map((one) => (
            <ReadingItem key={one.id} given={one} onChanged={onChanged} />
          ))}
        </ul>
      </section>
    </>
  );
}

function isUnderWay({ state }: PayoutSync): boolean {
  return state === "waiting" || state === "running";
}

function isOpen({ state, finished_at }: PayoutSync): boolean {
  return finished_at === null && state !== "cancelled";
}
