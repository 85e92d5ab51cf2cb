import clsx from "clsx";
import type { ReactNode } from "react";

import { SortChoice } from "./sort-choice";
import { Cell, NameCell, SelectCell } from "./table-cells";
import type { Column, TableSelection, TableSort } from "./table-column";
import { TableFrame } from "./table-frame";
import { TableHead } from "./table-head";
import { tableRoom } from "./table-room";

export type { Column } from "./table-column";

export interface TableProps<Row> {
  /** What the rows are; read aloud, not shown. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Where the first column leads. */
  readonly rowHref?: (row: Row) => string;
  /** What a row is called, where it can be ticked. */
  readonly rowName?: (row: Row) => string;
  readonly sort?: TableSort;
  readonly selection?: TableSelection;
  /** Rows of 44 px instead of 36. */
  readonly comfortable?: boolean;
  /** Stands in the table's place when there are no rows. */
  readonly empty?: ReactNode;
}

/** Rows of 36 px under a head that stays in view; where not each column gets its least (`table-room.ts`), rows are cards. Never scrolls sideways. */
export function Table<Row>({ caption, columns, rows, rowKey, rowHref, rowName, sort, selection, comfortable = false, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  const { more, gone } = tableRoom(columns, selection !== undefined);
  return (
    <TableFrame more={more}>
      {sort && <SortChoice columns={columns} sort={sort} />}
      <table className={clsx("w-full table-fixed border-separate border-spacing-0 text-left card:relative card:block", comfortable && "comfortable")}>
        <caption className="sr-only">{caption}</caption>
        <TableHead columns={columns} gone={gone} {...(sort && { sort })} {...(selection && { selection })} />
        <tbody className="card:block">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              data-key={selection && rowKey(row)}
              className={clsx("group row hover:bg-sunken", selection && "row-marked", selection?.has(rowKey(row)) && "bg-accent-soft hover:bg-accent-soft")}
            >
              {selection && <SelectCell name={rowName?.(row) ?? rowKey(row)} id={rowKey(row)} selection={selection} />}
              {columns.map((column, index) =>
                index === 0 ? (
                  <NameCell key={column.key} column={column} row={row} href={rowHref?.(row)} marked={selection !== undefined} />
                ) : (
                  <Cell key={column.key} column={column} row={row} gone={gone.get(column.key)} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
