"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Sheet, Store } from "lucide-react";

import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { type Column, Table } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { SettlementMerchant, SettlementMerchants } from "@/lib/desk/settlement";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { Amount } from "./amount";
import { type SettlementHere, useSettlementHere } from "./settlement-context";

/** What each merchant has of a settlement, the most first. */
export function MerchantSums({ first, readAt }: { readonly first: SettlementMerchants; readonly readAt: string }) {
  const here = useSettlementHere();
  const { environment, settlement_id, loaded } = here.settlement;
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["settlements", environment, settlement_id, "merchants", loaded?.sha256],
    queryFn: ({ pageParam, signal }) =>
      send<SettlementMerchants>(`/api/desk/settlements/${encodeURIComponent(settlement_id)}/merchants`, {
        search: { environment, ...(pageParam !== "" && { after: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page: SettlementMerchants) => page.next,
    initialData: { pages: [first], pageParams: [""] },
    initialDataUpdatedAt: Date.parse(readAt),
    staleTime: 60_000,
  });
  const merchants = data.pages.flatMap((page) => page.merchants);
  return (
    <>
      <Table
        caption="What each merchant has of this settlement, the most first"
        columns={columnsOf(here)}
        rows={merchants}
        rowKey={({ account_id }) => account_id}
        rowHref={({ account_id }) => routes.settlement(environment, settlement_id, "transactions", { account: account_id })}
        empty={
          <EmptyState icon={<Store aria-hidden />} title={loaded ? "The report has no transaction" : "Nothing is loaded yet"}>
            Once the report is loaded, each merchant's part of it stands here.
          </EmptyState>
        }
      />
      {hasNextPage && (
        <Button className="mt-4" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}

function columnsOf({ settlement: { currency, environment, settlement_id }, mayExport }: SettlementHere): readonly Column<SettlementMerchant>[] {
  const amount = (key: "captures" | "refunds" | "fees" | "others" | "tax" | "net", header: string, wideOnly = false): Column<SettlementMerchant> => ({
    ...{ key, header, width: "w-[11%]", numeric: true, wideOnly },
    cell: (merchant) => <Amount minor={merchant[key]} currency={currency} />,
  });
  const sheet = (account_id: string) =>
    `/api/desk/settlements/${encodeURIComponent(settlement_id)}/spreadsheet?${new URLSearchParams({ environment, account_id })}`;
  return [
    { key: "merchant", header: "Merchant", cell: ({ name, account_id }) => <Truncated text={name ?? account_id} /> },
    amount("captures", "Captures"),
    amount("refunds", "Refunds"),
    amount("fees", "Fees"),
    amount("tax", "VAT", true),
    amount("others", "Others", true),
    amount("net", "Net"),
    ...(mayExport
      ? [
          {
            key: "sheet",
            header: "Download",
            width: "w-[9%]",
            cell: ({ account_id, name }: SettlementMerchant) => (
              <a
                href={sheet(account_id)}
                download
                aria-label={`Spreadsheet of ${name ?? account_id}`}
                className={buttonClass({ variant: "ghost", size: "icon" })}
              >
                <Sheet aria-hidden />
              </a>
            ),
          },
        ]
      : []),
  ];
}
