"use client";

import { type Column, Table } from "@/components/ui/table";
import { kindOf, type SettlementDetail } from "@/lib/desk/settlement";
import { routes } from "@/lib/routes";

import { Amount } from "./amount";
import { useSettlementHere } from "./settlement-context";
import { kindWords } from "./words";

/** What the transactions of each kind come to. */
export function TypeSums() {
  const { settlement } = useSettlementHere();
  const { types, currency, environment, settlement_id } = settlement;
  const columns: readonly Column<SettlementDetail["types"][number]>[] = [
    { key: "kind", header: "Kind", cell: ({ type, detailed_type }) => kindWords(type, detailed_type) },
    { key: "rows", header: "Transactions", width: "w-[18%]", numeric: true, cell: ({ rows }) => rows.toLocaleString("en") },
    { key: "amount", header: "Amount", width: "w-[20%]", numeric: true, cell: ({ amount }) => <Amount minor={amount} currency={currency} /> },
    { key: "tax", header: "Tax", width: "w-[18%]", numeric: true, cell: ({ tax }) => <Amount minor={tax} currency={currency} /> },
  ];
  return (
    <section aria-labelledby="types">
      <h2 id="types" className="pb-2 font-semibold text-base">
        By kind <span className="font-normal text-muted">in {currency}</span>
      </h2>
      <Table
        caption="What each kind of transaction comes to"
        columns={columns}
        rows={types}
        rowKey={kindOf}
        rowHref={(sum) => routes.settlement(environment, settlement_id, "transactions", { kind: kindOf(sum) })}
        empty={<p className="text-muted">The report has no transaction.</p>}
      />
    </section>
  );
}
