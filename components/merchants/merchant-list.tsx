"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useRef } from "react";

import { Freshness } from "@/components/operation/freshness";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { everything } from "@/lib/desk/directory";
import type { MerchantCounts, MerchantPage } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import type { CategoryNames } from "./category";
import { merchantColumns } from "./merchant-columns";
import { NoMerchants } from "./no-merchants";
import { useRowKeys } from "./use-row-keys";

export interface MerchantListProps {
  readonly environment: Environment;
  /** The first page as the server read it, and when. */
  readonly first: MerchantPage;
  readonly counts: MerchantCounts;
  readonly readAt: string;
  readonly categories: CategoryNames;
  readonly mayOnboard: boolean;
}

/** What the desk knows of its merchants, newest first, kept up to date while it is looked at. */
export function MerchantList({ environment, first, counts, readAt, categories, mayOnboard }: MerchantListProps) {
  const area = useRef<HTMLDivElement>(null);
  useRowKeys(area);
  const { data, error, dataUpdatedAt, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useMerchants(environment, first, readAt);
  const merchants = data.pages.flatMap((page) => page.merchants);
  const { total } = useCounts(environment, counts, readAt).data;
  return (
    <div ref={area} className="-mt-3">
      <Freshness
        problem={error ? ProblemError.of(error).problem : undefined}
        at={new Date(dataUpdatedAt).toISOString()}
        busy={isFetching && !isFetchingNextPage}
        refresh={() => void refetch()}
      >
        <span className="tabular-nums">{total === 1 ? "1 merchant" : `${total.toLocaleString("en")} merchants`}</span>
      </Freshness>
      <div className="mt-1">
        <Table
          caption="Merchants, the latest known to the desk first"
          columns={merchantColumns(categories)}
          rows={merchants}
          rowKey={({ account_id }) => account_id}
          rowHref={({ account_id }) => routes.merchant(environment, account_id)}
          empty={<NoMerchants environment={environment} mayOnboard={mayOnboard} />}
        />
      </div>
      {hasNextPage && (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
          <span className="text-muted tabular-nums">
            {merchants.length.toLocaleString("en")} of {total.toLocaleString("en")}
          </span>
        </div>
      )}
    </div>
  );
}

function useMerchants(environment: Environment, first: MerchantPage, readAt: string) {
  return useInfiniteQuery({
    queryKey: ["merchants", "pages", environment],
    queryFn: ({ pageParam, signal }) =>
      send<MerchantPage>("/api/desk/directory", {
        method: "POST",
        body: { environment, asked: everything, ...(pageParam !== "" && { after: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page: MerchantPage) => page.next,
    initialData: { pages: [first], pageParams: [""] },
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: 15_000,
  });
}

function useCounts(environment: Environment, counts: MerchantCounts, readAt: string) {
  return useQuery({
    queryKey: ["merchants", "counts", environment],
    queryFn: ({ signal }) => send<MerchantCounts>("/api/desk/directory/counts", { method: "POST", body: { environment, asked: everything }, signal }),
    initialData: counts,
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: 15_000,
  });
}
