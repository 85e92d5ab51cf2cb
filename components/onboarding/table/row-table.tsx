import { type Column, Table } from "@/components/ui/table";
import type { CheckHint } from "@/lib/desk/check";
import type { RowDraft } from "@/lib/desk/draft";
import type { Environment } from "@/lib/klarna/environment";

import { titleOf } from "../use-saver";
import type { CheckedRow } from "./check-rows";
import { RowState } from "./row-state";
import { faultSentences, hintSentences } from "./row-words";
import type { RowOutcome } from "./use-onboard-rows";
import type { RowHints } from "./use-row-hints";

export interface RowTableProps {
  readonly environment: Environment;
  readonly rows: readonly CheckedRow[];
  readonly hints: RowHints;
  readonly drafts: ReadonlyMap<number, RowDraft>;
  readonly outcomes: ReadonlyMap<number, RowOutcome>;
}

/** The merchants of a table, each with what has to be corrected and what became of it. */
export function RowTable({ environment, rows, hints, drafts, outcomes }: RowTableProps) {
  const columns: readonly Column<CheckedRow>[] = [
    { key: "name", header: "Merchant", width: "w-[24%]", least: 11, cell: ({ line, form }) => titleOf(form, `No name, line ${line}`) },
    { key: "line", header: "Line", width: "w-16", numeric: true, least: 4, cell: ({ line }) => line },
    {
      key: "reference",
      header: "Reference",
      width: "w-[15%]",
      least: 8,
      cell: ({ form }) => form.account_reference || <span className="text-muted">none</span>,
    },
    { key: "correct", header: "What to correct", least: 18, whole: true, cell: (row) => <ToCorrect row={row} hints={hints.get(row.line)} /> },
    {
      key: "draft",
      header: "Draft",
      width: "w-[15%]",
      least: 9,
      cell: ({ line }) => <RowState environment={environment} draft={drafts.get(line)} outcome={outcomes.get(line)} />,
    },
  ];
  return <Table caption="The merchants of this table" columns={columns} rows={rows} rowKey={({ line }) => String(line)} />;
}

const most = 3;

function ToCorrect({ row, hints }: { readonly row: CheckedRow; readonly hints: readonly CheckHint[] | null | undefined }) {
  const faults = faultSentences(row.faults);
  const unasked = hints === undefined ? ["Being held against other merchants …"] : ["Couldn't be held against other merchants: send it from its draft."];
  const odd = [...hintSentences(row, hints ?? []), ...(hints ? [] : unasked)];
  if (faults.length + odd.length === 0) return <span className="text-muted">Nothing to correct</span>;
  return (
    <ul className="wrap-anywhere grid gap-0.5 whitespace-normal py-1 text-xs">
      {faults.slice(0, most).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {faults.length > most && <li className="text-muted">and {faults.length - most} more</li>}
      {odd.map((sentence) => (
        <li key={sentence} className="text-muted">
          {sentence}
        </li>
      ))}
    </ul>
  );
}
