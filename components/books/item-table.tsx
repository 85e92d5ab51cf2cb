import { BookOpen } from "lucide-react";

import { StateBadge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { type Column, Table } from "@/components/ui/table";
import type { BookItem } from "@/lib/desk/books/month";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import { Money } from "./money";
import { changedHint, kindOf, verdictOf } from "./words";

const pageSize = 100;

export interface ItemTableProps {
  readonly environment: Environment;
  readonly month: string;
  readonly items: readonly BookItem[];
  readonly page: string | undefined;
}

/** The settlements and payouts of a month by date: whether each balances, and whether it is exported. */
export function ItemTable({ environment, month, items, page }: ItemTableProps) {
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  const at = Math.min(pages, Math.max(1, /^\d{1,5}$/.test(page ?? "") ? Number(page) : 1));
  return (
    <section aria-labelledby="items">
      <h2 id="items" className="mb-2 font-semibold text-base">
        Settlements and payouts
      </h2>
      <Table
        caption="Settlements and payouts of the month, by date"
        columns={columns}
        rows={items.slice((at - 1) * pageSize, at * pageSize)}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        rowHref={({ kind, id }) => (kind === "settlement" ? routes.settlement(environment, id) : routes.payout(environment, id))}
        empty={
          <EmptyState icon={<BookOpen aria-hidden />} title="Nothing was paid out in this month">
            Neither a settlement nor a payout that the desk knows of falls into it. Choose another month.
          </EmptyState>
        }
      />
      {pages > 1 && (
        <nav aria-label="Pages of the month" className="mt-4 flex flex-wrap items-center gap-2">
          {at > 1 && <ButtonLink href={routes.books(environment, { month, page: String(at - 1) })}>Earlier</ButtonLink>}
          {at < pages && <ButtonLink href={routes.books(environment, { month, page: String(at + 1) })}>Later</ButtonLink>}
          <span className="text-muted">
            Page {at} of {pages}
          </span>
        </nav>
      )}
    </section>
  );
}

const columns: readonly Column<BookItem>[] = [
  {
    key: "id",
    header: "Settlement or payout",
    least: 8,
    cell: ({ id }) => (
      <span className="block truncate mono" title={id}>
        {id}
      </span>
    ),
  },
  { key: "kind", header: "Kind", width: "w-[10%]", least: 6, wideOnly: true, cell: kindOf },
  { key: "date", header: "Date", width: "w-[10%]", least: 6, cell: ({ date }) => date },
  {
    key: "amount",
    header: "Paid out",
    width: "w-[14%]",
    least: 8,
    numeric: true,
    cell: ({ amount, currency }) => <Money minor={amount} currency={currency} />,
  },
  {
    key: "standing",
    header: "Balance",
    width: "w-[20%]",
    least: 12,
    cell: (item) => (
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        <StateBadge {...verdictOf(item)} />
        {item.gap !== null && (
          <span className="text-wrong">
            by <Money minor={item.gap} currency={item.currency} />
          </span>
        )}
      </span>
    ),
  },
  {
    key: "exported",
    header: "Exported",
    width: "w-[18%]",
    least: 9,
    cell: ({ exported, changed }) =>
      exported ? (
        <span className="flex min-w-0 flex-wrap items-center gap-x-2">
          <RelativeTime at={exported.at} />
          {changed && <StateBadge tone="wrong" label="Changed since" hint={changedHint} />}
        </span>
      ) : (
        <span className="text-muted">Not yet</span>
      ),
  },
];
