import { Notice } from "@/components/ui/notice";
import { type Column, Table } from "@/components/ui/table";
import type { BookLook, LeftOut } from "@/lib/desk/books/month";
import { slotWords } from "@/lib/desk/books/slots";

import { AccountSums } from "./account-sums";
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
      <AccountSums sums={sums} />
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
