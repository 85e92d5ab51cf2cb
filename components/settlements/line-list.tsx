"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ReceiptText } from "lucide-react";
import dynamic from "next/dynamic";
import { useCallback, useMemo, useState } from "react";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LongTable } from "@/components/ui/long-table";
import { ProblemNotice } from "@/components/ui/problem";
import type { SettlementLine, SettlementLineFilter, SettlementLines } from "@/lib/desk/settlement";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { ApiLines } from "./api-lines";
import { FirstRead } from "./first-read";
import { lineColumns } from "./line-columns";
import { LineFilters } from "./line-filters";
import { useSettlementHere } from "./settlement-context";

const PaymentDialog = dynamic(() => import("./payment-dialog").then((module) => module.PaymentDialog));

export interface LineListProps {
  readonly filter: SettlementLineFilter;
  /** The first page as the server read it; null while nothing is loaded. */
  readonly first: SettlementLines | null;
  /** The SHA-256 of the report that it is of. */
  readonly of: string | undefined;
  readonly readAt: string;
}

/** The transactions of a settlement, in the order of its report; while that isn't loaded, as Klarna's API answers them. */
export function LineList(props: LineListProps) {
  const { loaded } = useSettlementHere().settlement;
  return loaded ? <LoadedLines key={loaded.sha256} {...props} /> : <ApiLines />;
}

function LoadedLines({ filter, first, of, readAt }: LineListProps) {
  const { settlement } = useSettlementHere();
  const { environment, settlement_id, loaded, rows } = settlement;
  const [payment, setPayment] = useState<string>();
  const read = useInfiniteQuery({
    queryKey: ["settlements", environment, settlement_id, "lines", filter, loaded?.sha256],
    queryFn: ({ pageParam, signal }) =>
      send<SettlementLines>(`/api/desk/settlements/${encodeURIComponent(settlement_id)}/lines`, {
        search: { environment, ...filter, ...(pageParam !== "" && { after: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page: SettlementLines) => page.next,
    // What the server read beside the page may be of a report that has been replaced since.
    ...(first && of === loaded?.sha256 && { initialData: { pages: [first], pageParams: [""] }, initialDataUpdatedAt: Date.parse(readAt) }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = read;
  const lines = useMemo(() => data?.pages.flatMap((page) => page.lines) ?? [], [data]);
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !error) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, error, fetchNextPage]);
  const columns = useMemo(() => lineColumns(setPayment), []);
  const filtered = Object.keys(filter).length > 0;
  if (!data) return <FirstRead read={read} failed="The transactions can't be read" />;
  return (
    <div>
      <LineFilters settlement={settlement} filter={filter} />
      <p role="status" className="mt-3 mb-1 text-muted">
        {filtered
          ? hasNextPage
            ? `The first ${lines.length.toLocaleString("en")} that fit`
            : `${lines.length.toLocaleString("en")} fit`
          : `${lines.length.toLocaleString("en")} of ${(rows ?? 0).toLocaleString("en")}`}
      </p>
      <LongTable
        caption="Transactions in the order of the report"
        columns={columns}
        rows={lines}
        rowKey={keyOf}
        count={hasNextPage ? (filtered ? -1 : (rows ?? -1)) : lines.length}
        onEnd={readOn}
        empty={
          <EmptyState icon={<ReceiptText aria-hidden />} title={filtered ? "No transaction fits" : "The report has no transaction"}>
            {filtered ? "Show all, or choose otherwise." : "Klarna's report lists nothing for this period."}
          </EmptyState>
        }
      />
      {error && <ProblemNotice className="mt-4" title="The next ones can't be read" problem={ProblemError.of(error).problem} />}
      {hasNextPage && (
        <Button className="mt-4" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {error ? "Try again" : "Read on"}
        </Button>
      )}
      {payment !== undefined && <PaymentDialog environment={environment} paymentId={payment} onClose={() => setPayment(undefined)} />}
    </div>
  );
}

function keyOf({ line }: SettlementLine): string {
  return String(line);
}
