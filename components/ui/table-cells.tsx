import clsx from "clsx";
import type { ReactNode } from "react";
import { Link } from "./link";

import type { Column, TableSelection } from "./table-column";
import { narrow } from "./table-head";
import { Truncated } from "./truncated";

const line = "border-b px-3 first:pl-2 last:pr-2 @max-2xl:h-auto @max-2xl:border-0 @max-2xl:px-0!";
/** The header before a cell on a card: not an element of its own, since a table of a thousand cells has a thousand of them, and nothing to listen to. */
const cardLabel =
  "@max-2xl:before:shrink-0 @max-2xl:before:font-sans @max-2xl:before:text-muted @max-2xl:before:text-xs @max-2xl:before:content-[attr(data-label)_/_'']";
const height = (comfortable: boolean) => (comfortable ? "h-11" : "h-9");

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly comfortable: boolean;
}

export interface SelectCellProps {
  readonly id: string;
  readonly name: string;
  readonly selection: TableSelection;
  readonly comfortable: boolean;
}

/** The box that a row is selected with; on a card at its upper right, a thumb wide. */
export function SelectCell({ id, name, selection, comfortable }: SelectCellProps) {
  return (
    <td className={clsx("border-b pl-2 @max-2xl:absolute @max-2xl:top-0.5 @max-2xl:right-0 @max-2xl:z-2 @max-2xl:border-0 @max-2xl:p-0", height(comfortable))}>
      <label className="flex size-full items-center @max-2xl:size-11 @max-2xl:justify-center">
        <span className="sr-only">Select {name}</span>
        <input type="checkbox" checked={selection.has(id)} onChange={() => selection.toggle(id)} className="size-4 accent-accent max-md:size-5" />
      </label>
    </td>
  );
}

/** The first cell: the row's name, and the way to it. */
export function NameCell<Row>({ column, row, href, comfortable, marked }: CellProps<Row> & { readonly href: string | undefined; readonly marked: boolean }) {
  const content = shown(column.cell(row));
  return (
    <th
      scope="row"
      className={clsx(
        line,
        height(comfortable),
        "font-medium @max-2xl:mb-1 @max-2xl:block @max-2xl:[&_.truncate]:whitespace-normal",
        marked && "@max-2xl:pr-11!",
      )}
    >
      {href ? (
        // On a card the whole card is the link's target; a thumb needn't hit the name. Not fetched ahead: a hundred rows would be a hundred requests.
        <Link href={href} className="block min-w-0 rounded-sm hover:underline @max-2xl:after:absolute @max-2xl:after:inset-0">
          {content}
        </Link>
      ) : (
        content
      )}
    </th>
  );
}

/** Any other cell; on a card with its header before it. */
export function Cell<Row>({ column, row, comfortable }: CellProps<Row>) {
  const content = shown(column.cell(row));
  return (
    <td
      data-label={column.whole ? undefined : column.header}
      className={clsx(
        line,
        height(comfortable),
        "@max-2xl:flex @max-2xl:min-h-7 @max-2xl:items-center @max-2xl:justify-between @max-2xl:gap-4",
        !column.whole && cardLabel,
        column.numeric && "text-right font-mono tabular-nums",
        narrow(column),
      )}
    >
      <span
        className={clsx(
          column.whole ? "@max-2xl:text-left" : "@max-2xl:text-right",
          "block min-w-0 @max-2xl:pointer-events-none @max-2xl:relative @max-2xl:z-1 @max-2xl:[&_a]:pointer-events-auto @max-2xl:[&_button]:pointer-events-auto",
        )}
      >
        {content}
      </span>
    </td>
  );
}

function shown(content: ReactNode): ReactNode {
  return typeof content === "string" ? <Truncated text={content} /> : content;
}
