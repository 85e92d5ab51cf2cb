import clsx from "clsx";
import type { ReactNode } from "react";
import { Link } from "./link";

import type { Column, TableSelection } from "./table-column";
import { Truncated } from "./truncated";

const line = "border-b px-3 first:pl-2 last:pr-2 @max-5xl:px-2 card:h-auto card:border-0 card:px-0!";
/** The header before a cell on a card: not an element of its own, since a table of a thousand cells has a thousand of them, and nothing to listen to. */
const cardLabel =
  "card:before:shrink-0 card:before:font-sans card:before:text-muted card:before:text-xs card:@lg:before:w-28 card:before:content-[attr(data-label)_/_'']";
/** A row as a card; from 512 px on with two facts beside each other, so that no word stands far from its header. */
export const asCard = "card:block card:border-b card:py-3 card:@lg:grid card:@lg:grid-flow-dense card:@lg:grid-cols-2 card:@lg:gap-x-10";
const height = (comfortable: boolean) => (comfortable ? "h-11" : "h-9");

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly comfortable: boolean;
  /** Under which width it is left out, where it may be. */
  readonly gone?: string | undefined;
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
    <td className={clsx("border-b pl-2 card:absolute card:top-0.5 card:right-0 card:z-2 card:border-0 card:p-0", height(comfortable))}>
      <label className="flex size-full items-center card:size-11 card:justify-center">
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
        "font-medium card:@lg:col-span-2 card:mb-1 card:block card:[&_.truncate]:whitespace-normal",
        marked && "card:pr-11!",
      )}
    >
      {href ? (
        // On a card the whole card is the link's target; a thumb needn't hit the name. Not fetched ahead: a hundred rows would be a hundred requests.
        <Link href={href} className="block min-w-0 rounded-sm hover:underline card:after:absolute card:after:inset-0">
          {content}
        </Link>
      ) : (
        content
      )}
    </th>
  );
}

/** Any other cell; on a card with its header before it. */
export function Cell<Row>({ column, row, comfortable, gone }: CellProps<Row>) {
  const content = shown(column.cell(row));
  return (
    <td
      data-label={column.whole ? undefined : column.header}
      className={clsx(
        line,
        height(comfortable),
        // A header with nothing beside it says nothing.
        "card:flex card:min-h-7 card:items-center card:justify-between card:gap-4 card:@lg:justify-start card:has-[>span:empty]:hidden",
        column.whole ? "card:@lg:col-span-2" : cardLabel,
        column.numeric && "text-right font-mono tabular-nums",
        gone,
      )}
    >
      <span
        className={clsx(
          column.whole ? "card:text-left" : "card:text-right card:@lg:text-left",
          "block min-w-0 card:pointer-events-none card:relative card:z-1 card:[&_a]:pointer-events-auto card:[&_button]:pointer-events-auto",
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
