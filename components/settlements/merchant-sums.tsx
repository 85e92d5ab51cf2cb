"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Sheet, Store } from "lucide-react";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ProblemNotice } from "@/components/ui/problem";
import { type Column, Table } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { SettlementMerchant, SettlementMerchants } from "@/lib/desk/settlement";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { Amount } from "./amount";
import { PagesRead } from "./pages-read";
import { type SettlementHere, useSettlementHere } from "./settlement-context";
import { useFile } from "./use-file";

export interface MerchantSumsProps {
  readonly first: SettlementMerchants;
  /** The SHA-256 of the report that the first page is of; undefined while none is loaded. */
  readonly of: string | undefined;
  readonly readAt: string;
}

/** What each merchant has of a settlement, the most first. */
export function MerchantSums({ first, of, readAt }: MerchantSumsProps) {
  const here = useSettlementHere();
  const { environment, settlement_id, loaded } = here.settlement;
  const file = useFile(here.settlement);
  const read = useInfiniteQuery({
    queryKey: ["settlements", environment, settlement_id, "merchants", loaded?.sha256],
    queryFn: ({ pageParam, signal }) =>
      send<SettlementMerchants>(`/api/desk/settlements/${encodeURIComponent(settlement_id)}/merchants`, {
        search: { environment, ...(pageParam !== "" && { after: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page: SettlementMerchants) => page.next,
    // What the server read beside the page may be of a report that has been replaced since.
    ...(of === loaded?.sha256 && { initialData: { pages: [first], pageParams: [""] }, initialDataUpdatedAt: Date.parse(readAt) }),
    staleTime: 60_000,
  });
  return (
    <>
      {file.problem && <ProblemNotice className="mb-4" title="There is no file" problem={file.problem} />}
      <PagesRead read={read} failed="The merchants can't be read">
        {(pages) => (
          <Table
            caption="What each merchant has of this settlement, the most first"
            columns={columnsOf(here, file)}
            rows={pages.flatMap((page) => page.merchants)}
            rowKey={({ account_id }) => account_id}
            rowHref={({ account_id }) => routes.settlement(environment, settlement_id, "transactions", { account: account_id })}
            empty={
              <EmptyState icon={<Store aria-hidden />} title={loaded ? "The report has no transaction" : "Nothing is loaded yet"}>
                Once the report is loaded, each merchant's part of it stands here.
              </EmptyState>
            }
          />
        )}
      </PagesRead>
    </>
  );
}

function columnsOf(
  { settlement: { currency }, mayExport }: SettlementHere,
  { save, saving }: ReturnType<typeof useFile>,
): readonly Column<SettlementMerchant>[] {
  // All that a merchant's net is made of stands with it, however little room there is.
  const amount = (key: "captures" | "refunds" | "fees" | "others" | "tax" | "net", header: string): Column<SettlementMerchant> => ({
    ...{ key, header, width: "w-[11%]", numeric: true },
    cell: (merchant) => <Amount minor={merchant[key]} currency={currency} />,
  });
  return [
    { key: "merchant", header: "Merchant", cell: ({ name, account_id }) => <Truncated text={name ?? account_id} /> },
    amount("captures", "Captures"),
    amount("refunds", "Refunds"),
    amount("fees", "Fees"),
    amount("tax", "VAT"),
    amount("others", "Others"),
    amount("net", "Net"),
    ...(mayExport
      ? [
          {
            key: "sheet",
            header: "Download",
            width: "w-[9%]",
            least: 5.5,
            cell: ({ account_id, name }: SettlementMerchant) => (
              <Button
                variant="ghost"
                size="icon"
                aria-label={`Spreadsheet of ${name ?? account_id}`}
                loading={saving?.account_id === account_id}
                onClick={() => save({ form: "spreadsheet", account_id })}
              >
                <Sheet aria-hidden />
              </Button>
            ),
          },
        ]
      : []),
  ];
}
