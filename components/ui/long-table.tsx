"use client";

import { memo, type ReactNode, useEffect, useMemo } from "react";

import { Cell, NameCell } from "./table-cells";
import type { Column } from "./table-column";
import { TableFrame } from "./table-frame";
import { TableHead } from "./table-head";
import { type TableRoom, tableRoom } from "./table-room";
import { useVisibleRows } from "./use-visible-rows";

export interface LongTableProps<Row> {
  readonly caption: string;
  /** The same from draw to draw, as the rows are: what hasn't changed isn't drawn again while the page scrolls. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly empty?: ReactNode;
  /** How many there are in all, where these are only the first of them: -1 where nobody knows. */
  readonly count?: number;
  /** Told when the last row comes into sight, and again when it is still in sight after that: for more of them to be read. */
  readonly onEnd?: () => void;
}

/** A table of thousands of rows, of which only those in sight are in the document. It looks like `Table`, and says to a listener how long it is. */
export function LongTable<Row>({ caption, columns, rows, rowKey, empty, count = rows.length, onEnd }: LongTableProps<Row>) {
  const { start, measure, indexes, before, after } = useVisibleRows(rows.length, 36);
  const atEnd = indexes.at(-1) === rows.length - 1;
  const { more, gone } = useMemo(() => tableRoom(columns), [columns]);
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd]);
  if (rows.length === 0 && empty) return empty;
  return (
    <TableFrame more={more}>
      {/* Counted with the head. */}
      <table ref={start} aria-rowcount={count < 0 ? -1 : count + 1} className="w-full table-fixed border-separate border-spacing-0 text-left card:block">
        <caption className="sr-only">{caption}</caption>
        <TableHead columns={columns} gone={gone} />
        <tbody className="card:block">
          <Room height={before} />
          {indexes.map((index) => {
            const row = rows[index];
            return row === undefined ? null : (
              <LongRow key={rowKey(row)} row={row} index={index} columns={columns as readonly Column<unknown>[]} gone={gone} measure={measure} />
            );
          })}
          <Room height={after} />
        </tbody>
      </table>
    </TableFrame>
  );
}

interface LongRowProps {
  readonly row: unknown;
  readonly index: number;
  readonly columns: readonly Column<unknown>[];
  readonly gone: TableRoom["gone"];
  readonly measure: ((element: HTMLElement | null) => void) | undefined;
}

const LongRow = memo(function LongRow({ row, index, columns, gone, measure }: LongRowProps) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} className="group row relative hover:bg-sunken">
      {columns.map((column, place) =>
        place === 0 ? (
          <NameCell key={column.key} column={column} row={row} href={undefined} marked={false} />
        ) : (
          <Cell key={column.key} column={column} row={row} gone={gone.get(column.key)} />
        ),
      )}
    </tr>
  );
});

/** Where rows would stand that aren't in sight. */
function Room({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className="card:block">
      <td className="p-0 card:block" style={{ height }} />
    </tr>
  );
}
