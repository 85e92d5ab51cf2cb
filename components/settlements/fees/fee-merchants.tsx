"use client";

import { useInfiniteQuery } from "@tanstack/react-query";

import { type Column, Table } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { FeeAuditMerchant, FeeAuditMerchants } from "@/lib/desk/fee-audit";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { Amount } from "../amount";
import { PagesRead } from "../pages-read";
import { useSettlementHere } from "../settlement-context";

export interface FeeMerchantsProps {
  readonly first: FeeAuditMerchants;
  readonly readAt: string;
  readonly checkedAt: string;
}

/** What was found of each merchant's fees, those with the largest difference first. */
export function FeeMerchants({ first, readAt, checkedAt }: FeeMerchantsProps) {
  const { environment, settlement_id, currency } = useSettlementHere().settlement;
  const read = useInfiniteQuery({
    queryKey: ["settlements", environment, settlement_id, "fees", "merchants", checkedAt],
    queryFn: ({ pageParam, signal }) =>
      send<FeeAuditMerchants>(`/api/desk/settlements/${encodeURIComponent(settlement_id)}/fees/merchants`, {
        search: { environment, ...(pageParam !== "" && { after: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page: FeeAuditMerchants) => page.next,
    // What the server read beside the page is of the check that counted then.
    ...(checkedAt < readAt && { initialData: { pages: [first], pageParams: [""] }, initialDataUpdatedAt: Date.parse(readAt) }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section aria-labelledby="fee-merchants">
      <h2 id="fee-merchants" className="pb-2 font-semibold text-base">
        By merchant <span className="font-normal text-muted">in {currency}</span>
      </h2>
      <PagesRead read={read} failed="The merchants can't be read">
        {(pages) => (
          <Table
            caption="What was found of each merchant's fees, the largest difference first"
            columns={columnsOf(currency)}
            rows={pages.flatMap((page) => page.merchants)}
            rowKey={({ account_id }) => account_id}
            rowHref={({ account_id }) => routes.settlement(environment, settlement_id, "fees", { account: account_id })}
            empty={<p className="text-muted">The report has no fee.</p>}
          />
        )}
      </PagesRead>
    </section>
  );
}

function columnsOf(currency: string | null): readonly Column<FeeAuditMerchant>[] {
  const count = (key: "agrees" | "differs" | "unchecked", header: string, wideOnly = false): Column<FeeAuditMerchant> => ({
    ...{ key, header, width: "w-[11%]", numeric: true, wideOnly },
    cell: (merchant) => merchant[key].toLocaleString("en"),
  });
  return [
    { key: "merchant", header: "Merchant", cell: ({ name, account_id }) => <Truncated text={name ?? account_id} /> },
    { key: "charged", header: "Charged", width: "w-[13%]", numeric: true, cell: ({ charged }) => <Amount minor={charged} currency={currency} /> },
    count("agrees", "Agree", true),
    count("differs", "Differ"),
    {
      key: "difference",
      header: "Difference",
      width: "w-[13%]",
      numeric: true,
      cell: ({ difference }) => <Amount minor={difference} currency={currency} signed />,
    },
    count("unchecked", "Unchecked"),
    {
      key: "unchecked-charged",
      header: "Unchecked amount",
      width: "w-[15%]",
      numeric: true,
      wideOnly: true,
      cell: ({ unchecked_charged }) => <Amount minor={unchecked_charged} currency={currency} />,
    },
  ];
}
