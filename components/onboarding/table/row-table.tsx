import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { type Column, Table } from "@/components/ui/table";
import type { CheckHint } from "@/lib/desk/check";
import type { RowDraft } from "@/lib/desk/draft";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import { titleOf } from "../use-saver";
import type { CheckedRow } from "./check-rows";
import { faultSentences, hintSentences } from "./row-words";

export interface RowTableProps {
  readonly environment: Environment;
  readonly rows: readonly CheckedRow[];
  readonly hints: ReadonlyMap<number, readonly CheckHint[]>;
  readonly drafts: ReadonlyMap<number, RowDraft>;
}

/** The merchants of a table, each with what has to be corrected and what became of it. */
export function RowTable({ environment, rows, hints, drafts }: RowTableProps) {
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
    { key: "correct", header: "What to correct", least: 18, whole: true, cell: (row) => <ToCorrect row={row} hints={hints.get(row.line) ?? []} /> },
    { key: "draft", header: "Draft", width: "w-[15%]", least: 9, cell: ({ line }) => <Made environment={environment} draft={drafts.get(line)} /> },
  ];
  return <Table caption="The merchants of this table" columns={columns} rows={rows} rowKey={({ line }) => String(line)} />;
}

const most = 3;

function ToCorrect({ row, hints }: { readonly row: CheckedRow; readonly hints: readonly CheckHint[] }) {
  const faults = faultSentences(row.faults);
  const odd = hintSentences(row, hints);
  if (faults.length + odd.length === 0) return <span className="text-muted">Nothing</span>;
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

function Made({ environment, draft }: { readonly environment: Environment; readonly draft: RowDraft | undefined }) {
  if (!draft) return <span className="text-muted">not made</span>;
  if (draft.account_id)
    return (
      <Link className="text-accent-ink underline" href={routes.merchant(environment, draft.account_id)}>
        Is a merchant already
      </Link>
    );
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={draft.made ? "good" : "off"}>{draft.made ? "Made" : "Was there"}</Badge>
      <Link className="text-accent-ink underline" href={routes.draft(environment, draft.id)}>
        Open
      </Link>
    </span>
  );
}
