"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Landmark } from "lucide-react";
import { useRef } from "react";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { useRowKeys } from "@/components/ui/use-row-keys";
import type { SettlementFilter, SettlementPage } from "@/lib/desk/settlement";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { settlementColumns } from "./settlement-columns";

export interface SettlementListProps {
  readonly environment: Environment;
  readonly filter: SettlementFilter;
  /** The first page as the server read it, and when. */
  readonly first: SettlementPage;
  readonly readAt: string;
}

/** The settlements that the desk knows, newest first. */
export function SettlementList({ environment, filter, first, readAt }: SettlementListProps) {
  const { data, error, dataUpdatedAt, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ["settlements", environment, filter],
    queryFn: ({ pageParam, signal }) =>
      send<SettlementPage>("/api/desk/settlements", { search: { environment, ...filter, ...(pageParam !== "" && { after: pageParam }) }, signal }),
    initialPageParam: "",
    getNextPageParam: (page: SettlementPage) => page.next,
    initialData: { pages: [first], pageParams: [""] },
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: 15_000,
  });
  const { busy, refresh } = useRefresh(refetch);
  const area = useRef<HTMLDivElement>(null);
  useRowKeys(area);
  const settlements = data.pages.flatMap((page) => page.settlements);
  const filtered = Object.keys(filter).length > 0;
  return (
    <div ref={area}>
      <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={new Date(dataUpdatedAt).toISOString()} busy={busy} refresh={refresh}>
        {settlements.length === 0 ? "Nothing to show" : hasNextPage ? `The latest ${settlements.length}` : `${settlements.length} in all`}
      </Freshness>
      <div className="mt-1">
        <Table
          caption="Settlements, newest first"
          columns={settlementColumns}
          rows={settlements}
          rowKey={({ settlement_id }) => settlement_id}
          rowHref={({ settlement_id }) => routes.settlement(environment, settlement_id)}
          empty={
            <EmptyState icon={<Landmark aria-hidden />} title={filtered ? "No settlement fits" : "No settlement is known yet"}>
              {filtered
                ? "Show all, or choose otherwise. One that the desk has never heard of can be looked up at Klarna by its id."
                : "Klarna's API has no list of them. Each that it announces by webhook comes here by itself; look up older ones by the id on your bank statement."}
            </EmptyState>
          }
        />
      </div>
      {hasNextPage && (
        <Button className="mt-4" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </div>
  );
}
