"use client";

import { type Column, Table } from "@/components/ui/table";
import { utcDay } from "@/components/ui/time";
import type { SettlementDetail } from "@/lib/desk/settlement";
import { routes } from "@/lib/routes";
import { Amount } from "./amount";
import { useSettlementHere } from "./settlement-context";

/** What the transactions of each day come to. */
export function DaySums() {
  const { settlement } = useSettlementHere();
  const { days, currency, environment, settlement_id } = settlement;
  const columns: readonly Column<SettlementDetail["days"][number]>[] = [
    { key: "day", header: "Day (UTC)", cell: ({ day }) => utcDay(day) },
    { key: "rows", header: "Transactions", width: "w-[18%]", numeric: true, cell: ({ rows }) => rows.toLocaleString("en") },
    { key: "amount", header: "Amount", width: "w-[20%]", numeric: true, cell: ({ amount }) => <Amount minor={amount} currency={currency} /> },
    { key: "tax", header: "Tax", width: "w-[18%]", numeric: true, cell: ({ tax }) => <Amount minor={tax} currency={currency} /> },
  ];
  return (
    <section aria-labelledby="days">
      <h2 id="days" className="pb-2 font-semibold text-base">
        By day <span className="font-normal text-muted">in {currency}</span>
      </h2>
      <Table
        caption="What the transactions of each day come to"
        columns={columns}
        rows={days}
        rowKey={({ day }) => day}
        rowHref={({ day }) => routes.settlement(environment, settlement_id, "transactions", { day })}
        empty={<p className="text-muted">The report has no transaction.</p>}
      />
    </section>
  );
}
