"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { type Column, Table } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { OperationPage, OperationSummary } from "@/lib/desk/operation";
import { meantInWords } from "@/lib/klarna/change-words";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { standing } from "./words";

export interface OperationListProps {
  readonly show: "open" | "settled";
  /** The first page as the server read it, and when. */
  readonly first: OperationPage;
  readonly readAt: string;
}

/** The operations whose outcome isn't clear, or wasn't: what waits for a person first. Kept up to date while it is looked at. */
export function OperationList({ show, first, readAt }: OperationListProps) {
  const { data, error, dataUpdatedAt, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useOperations(show, first, readAt);
  const { busy, refresh } = useRefresh(refetch);
  const rows = data.pages.flatMap((page) => page.operations);
  return (
    <>
      <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={new Date(dataUpdatedAt).toISOString()} busy={busy} refresh={refresh}>
        {counted(rows, hasNextPage)}
      </Freshness>
      <div className="mt-1">
        <Table
          caption={show === "open" ? "Operations without a clear answer" : "Operations that were settled later"}
          columns={show === "open" ? openColumns : settledColumns}
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => routes.operation(id)}
          empty={show === "open" ? <NothingOpen /> : <NothingSettled />}
        />
      </div>
      {hasNextPage && (
        <Button className="mt-4" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}

function useOperations(show: string, first: OperationPage, readAt: string) {
  return useInfiniteQuery({
    queryKey: ["operations", "pages", show],
    queryFn: ({ pageParam, signal }) =>
      send<OperationPage>("/api/desk/operations", { search: { show, ...(pageParam !== "" && { after: pageParam }) }, signal }),
    initialPageParam: "",
    getNextPageParam: (page: OperationPage) => page.next,
    initialData: { pages: [first], pageParams: [""] },
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: 10_000,
  });
}

function counted(rows: readonly OperationSummary[], more: boolean): string {
  const waiting = rows.filter(({ next }) => next === "person").length;
  const all = `${rows.length}${more ? "+" : ""} ${rows.length === 1 ? "operation" : "operations"}`;
  return waiting > 0 ? `${all}, ${waiting} of them waiting for a person` : all;
}

const meant: Column<OperationSummary> = { key: "meant", header: "What was meant", least: 9.5, cell: ({ name }) => meantInWords(name) };
const merchant: Column<OperationSummary> = {
  key: "merchant",
  header: "Merchant",
  least: 9,
  cell: ({ merchant: name, account_id }) => <Truncated text={name ?? account_id ?? "–"} />,
};
const where: Column<OperationSummary> = { key: "environment", header: "In", width: "w-16", cell: ({ environment }) => environment.toUpperCase() };
const who: Column<OperationSummary> = { key: "by", header: "By", width: "w-[15%]", least: 7, wideOnly: true, cell: ({ by }) => by };
const stands: Column<OperationSummary> = { key: "standing", header: "How it stands", width: "w-[21%]", least: 11, cell: (row) => <Standing row={row} /> };
const sent: Column<OperationSummary> = {
  key: "sent",
  header: "First sent",
  width: "w-[11%]",
  least: 6,
  cell: ({ first_sent_at }) => <RelativeTime at={first_sent_at} />,
};

const openColumns = [
  meant,
  merchant,
  where,
  who,
  stands,
  { key: "tries", header: "Tries", width: "w-14", numeric: true, wideOnly: true, cell: ({ tries }: OperationSummary) => String(tries) },
  sent,
];
const settledColumns = [
  meant,
  merchant,
  where,
  who,
  stands,
  {
    key: "settled",
    header: "Settled",
    width: "w-[11%]",
    least: 5.5,
    cell: ({ settled_at }: OperationSummary) => settled_at && <RelativeTime at={settled_at} />,
  },
];

function Standing({ row }: { readonly row: OperationSummary }) {
  const { tone, words } = standing(row);
  return <Badge tone={tone}>{words}</Badge>;
}

function NothingOpen() {
  return (
    <EmptyState icon={<CircleCheck aria-hidden />} title="Everything is clear">
      Klarna has answered all that was asked of it. What it doesn't answer clearly stands here until it is known whether it was done.
    </EmptyState>
  );
}

function NothingSettled() {
  return (
    <EmptyState icon={<CircleCheck aria-hidden />} title="Nothing had to be settled later">
      What becomes known by a repeat, a webhook, a look at Klarna or a person stands here.
    </EmptyState>
  );
}
