import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

import { Truncated } from "./truncated";

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** A string is truncated with the whole on hover; anything else looks after itself. */
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned, Geist Mono, tabular figures. */
  readonly numeric?: boolean;
  /** A width (`"w-40"`); columns without one share what is left. */
  readonly width?: string;
  /** Left out where there isn't room for everything: in narrow tables and in cards. */
  readonly wideOnly?: boolean;
}

export interface TableProps<Row> {
  /** What the rows are; read aloud, not shown. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Where the first column leads. */
  readonly rowHref?: (row: Row) => string;
  /** Stands in the table's place when there are no rows. */
  readonly empty?: ReactNode;
}

/** Rows of 36 px under a head that stays in view; where the table is narrower than 672 px each row is a card. Never scrolls sideways. */
export function Table<Row>({ caption, columns, rows, rowKey, rowHref, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <div className="@container">
      <table className="w-full table-fixed border-separate border-spacing-0 text-left @max-2xl:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="@max-2xl:sr-only">
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={clsx(head, column.width, column.numeric && "text-right", column.wideOnly && narrow)}>
                <Truncated text={column.header} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-2xl:block">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="group relative transition-colors hover:bg-sunken @max-2xl:block @max-2xl:border-b @max-2xl:py-3">
              {columns.map((column, index) =>
                index === 0 ? (
                  <NameCell key={column.key} column={column} row={row} href={rowHref?.(row)} />
                ) : (
                  <Cell key={column.key} column={column} row={row} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const head = "sticky top-(--top) z-10 h-9 border-b bg-surface px-3 font-medium text-muted text-xs first:pl-2 last:pr-2";
const narrow = "@max-4xl:hidden!";
const line = "h-9 border-b px-3 first:pl-2 last:pr-2 @max-2xl:h-auto @max-2xl:border-0 @max-2xl:px-0!";

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
}

function NameCell<Row>({ column, row, href }: CellProps<Row> & { readonly href: string | undefined }) {
  const content = shown(column.cell(row));
  return (
    <th scope="row" className={clsx(line, "font-medium @max-2xl:mb-1 @max-2xl:block @max-2xl:[&_.truncate]:whitespace-normal")}>
      {href ? (
        // On a card the whole card is the link's target; a thumb needn't hit the name. Not fetched ahead: a hundred rows would be a hundred requests.
        <Link href={href} prefetch={false} className="block min-w-0 rounded-sm hover:underline @max-2xl:after:absolute @max-2xl:after:inset-0">
          {content}
        </Link>
      ) : (
        content
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: CellProps<Row>) {
  const content = shown(column.cell(row));
  return (
    <td
      className={clsx(
        line,
        "@max-2xl:flex @max-2xl:min-h-7 @max-2xl:items-center @max-2xl:justify-between @max-2xl:gap-4",
        column.numeric && "text-right font-mono tabular-nums",
        column.wideOnly && narrow,
      )}
    >
      <span aria-hidden className="shrink-0 font-sans text-muted text-xs @2xl:hidden">
        {column.header}
      </span>
      <span className="relative z-1 block min-w-0 @max-2xl:pointer-events-none @max-2xl:text-right @max-2xl:[&_a]:pointer-events-auto @max-2xl:[&_button]:pointer-events-auto">
        {content}
      </span>
    </td>
  );
}

function shown(content: ReactNode): ReactNode {
  return typeof content === "string" ? <Truncated text={content} /> : content;
}
