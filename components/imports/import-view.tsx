"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import type { Import } from "@/lib/desk/import";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";

import { ImportForm } from "./import-form";
import { ImportItem } from "./import-item";

export interface ImportViewProps {
  readonly environment: Environment;
  /** The latest imports as the server read them, and when. */
  readonly first: readonly Import[];
  readonly readAt: string;
}

/** Brings in a list of ids, and shows how the latest ones stand: each second while one is under way. */
export function ImportView({ environment, first, readAt }: ImportViewProps) {
  const client = useQueryClient();
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...readDesk<readonly Import[]>("imports", { environment }),
    initialData: first,
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 1_000 : 15_000),
  });
  const { busy, refresh } = useRefresh(refetch);
  const onChanged = () => void client.invalidateQueries({ queryKey: ["imports"] });
  return (
    <>
      <ImportForm environment={environment} onStarted={onChanged} />
      <section aria-labelledby="latest" className="mt-10">
        <h2 id="latest" className="font-semibold text-base">
          Latest lists
        </h2>
        <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={new Date(dataUpdatedAt).toISOString()} busy={busy} refresh={refresh}>
          {data.length === 0
            ? "None yet. What is read, and what can't be, will stand here."
            : "Each account is read once, within Klarna's rate; people always go first."}
        </Freshness>
        <ul className="mt-1 grid gap-3">
          {data.map((one) => (
            <ImportItem key={one.id} given={one} onChanged={onChanged} />
          ))}
        </ul>
      </section>
    </>
  );
}

function isUnderWay({ state }: Import): boolean {
  return state === "waiting" || state === "running";
}
