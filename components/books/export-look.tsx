import { Notice } from "@/components/ui/notice";
import { type Column, Table } from "@/components/ui/table";
import type { BookLook, BookSum, LeftOut } from "@/lib/desk/books/month";
import { slotWords } from "@/lib/desk/books/slots";

import { Money } from "./money";
import { entriesText, kindWords, leftWords } from "./words";

/** What an export would hold: how many entries, what each account gets, and what is left out with the reason. */
export function ExportLook({ look: { entries, already, left, missing, sums } }: { readonly look: BookLook }) {
  return (
    <div className="grid gap-4">
      <p>
        {entriesText(entries)} to be exported, {already === 0 ? "none" : already} exported before, {left.length === 0 ? "none" : left.length} left out.
      </p>
      {missing.length > 0 && (
        <Notice tone="waiting" title="Some parts have no account yet">
          Name one under Accounts for: {missing.map((slot) => slotWords[slot].label).join(", ")}. Where your shop books its sales itself, an account for
          clearing is enough for sales and refunds.
        </Notice>
      )}
      {sums.length > 0 && (
        <Table caption="What each account gets" columns={sumColumns} rows={withTotals(sums)} rowKey={({ currency, slot }) => `${currency} ${slot}`} />
      )}
      {left.length > 0 && (
        <section aria-labelledby="left-out">
          <h3 id="left-out" className="mb-1 font-semibold">
            Left out
          </h3>
          <Table caption="What is left out, and why" columns={leftColumns} rows={left.slice(0, mostShown)} rowKey={({ kind, id }) => `${kind} ${id}`} />
          {left.length > mostShown && <p className="mt-1 text-muted">And {left.length - mostShown} more: the month's table says of each how it stands.</p>}
        </section>
      )}
    </div>
  );
}

const mostShown = 50;

type SumRow = Omit<BookSum, "slot"> & { readonly slot: BookSum["slot"] | "total" };

/** Each currency with its total beneath: both sides are equal. */
function withTotals(sums: readonly BookSum[]): readonly SumRow[] {
  const currencies = [...new Set(sums.map(({ currency }) => currency))];
  return currencies.flatMap((currency) => {
    const own = sums.filter((sum) => sum.currency === currency);
    const side = (name: "debit" | "credit") => own.reduce((sum, line) => sum + BigInt(line[name]), 0n).toString();
    return [...own, { currency, slot: "total" as const, number: "", name: "", debit: side("debit"), credit: side("credit") }];
  });
}

const sumColumns: readonly Column<SumRow>[] = [
  {
    key: "account",
    header: "Account",
    cell: ({ slot, number, name }) =>
      slot === "total" ? (
        <strong>Total</strong>
      ) : (
        <span className="block truncate">
          <span className="font-mono tabular-nums">{number}</span> {name || slotWords[slot].label}
        </span>
      ),
  },
  { key: "debit", header: "Debit", width: "w-40", numeric: true, cell: ({ debit, currency }) => sideOf(debit, currency) },
  { key: "credit", header: "Credit", width: "w-40", numeric: true, cell: ({ credit, currency }) => sideOf(credit, currency) },
];

function sideOf(minor: string, currency: string) {
  return minor === "0" ? <span className="text-muted">–</span> : <Money minor={minor} currency={currency} />;
}

const leftColumns: readonly Column<LeftOut>[] = [
  { key: "id", header: "Settlement or payout", cell: ({ kind, id }) => `${kindWords[kind]} ${id}` },
  {
    key: "why",
    header: "Why",
    width: "w-[55%]",
    cell: ({ why, gap, currency }) => (
      <>
        {leftWords[why]}
        {gap !== null && (
          <>
            {" "}
            by <Money minor={gap} currency={currency} />
          </>
        )}
        .
      </>
    ),
  },
];
