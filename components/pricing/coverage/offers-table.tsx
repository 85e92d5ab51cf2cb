import { StateBadge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { type Column, Table } from "@/components/ui/table";
import { priceWords } from "@/lib/klarna/pricing/price-words";
import { lastPart } from "@/lib/klarna/pricing/rate";
import { enablementTypeWords } from "@/lib/klarna/program-words";

import type { Offer, OfferRow } from "./coverage";

export interface OffersTableProps {
  readonly rows: readonly OfferRow[];
  /** Whether there is something to compare with. */
  readonly compared: boolean;
  readonly names: Readonly<Record<string, string>>;
  readonly currencies: { readonly now: string; readonly before: string };
}

/** The programs there, how each gets to a merchant and what it costs for each capture; beside it what it was before the change. */
export function OffersTable({ rows, compared, names, currencies }: OffersTableProps) {
  const columns: readonly Column<OfferRow>[] = [
    { key: "program", header: "Program", cell: ({ id }) => names[id] ?? lastPart(id) },
    { key: "type", header: "How it is enabled", width: "w-[18%]", cell: ({ now }) => (now ? <Enabled type={now.type} /> : <Absent />) },
    {
      key: "price",
      header: "Klarna takes for each capture",
      width: "w-[22%]",
      cell: ({ now }) => (now ? <OfferPrice offer={now} currency={currencies.now} /> : <Absent />),
    },
    ...(compared
      ? [
          {
            key: "before",
            header: "Before",
            width: "w-[18%]",
            cell: ({ before }: OfferRow) => (before ? <OfferPrice offer={before} currency={currencies.before} /> : <Absent />),
          },
          {
            key: "change",
            header: "What changes",
            width: "w-[18%]",
            cell: ({ change }: OfferRow) => <span className="wrap-anywhere">{change || "Nothing"}</span>,
          },
        ]
      : []),
  ];
  return (
    <Table
      caption="Programs and prices"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => lastPart(id)}
      empty={<EmptyState title="No program there">The profile's plan has no program for this category, country and currency on that day.</EmptyState>}
    />
  );
}

function Enabled({ type }: { readonly type: string }) {
  const { tone, label, meaning } = enablementTypeWords(type);
  return <StateBadge tone={tone} label={label} hint={meaning} />;
}

function OfferPrice({ offer: { price }, currency }: { readonly offer: Offer; readonly currency: string }) {
  if ("price" in price) return <span className="mono tabular-nums">{priceWords(price.price, currency)}</span>;
  return <StateBadge tone="off" label="Can't be computed" hint={`${price.why.charAt(0).toUpperCase()}${price.why.slice(1)}. The desk doesn't guess.`} />;
}

function Absent() {
  return <span className="text-muted">Not there</span>;
}
