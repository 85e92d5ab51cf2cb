import clsx from "clsx";
import { Link } from "./link";

import type { Column, TableSelection } from "./table-column";
import { Truncated } from "./truncated";

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  /** Under which width it is left out, where it may be. */
  readonly gone?: string | undefined;
}

export interface SelectCellProps {
  readonly id: string;
  readonly name: string;
  readonly selection: TableSelection;
}

/** The box that a row is selected with; on a card at its upper right, a thumb wide. */
export function SelectCell({ id, name, selection }: SelectCellProps) {
  return (
    <td className="h-9 border-b pl-2 card:absolute card:top-0.5 card:right-0 card:z-2 card:border-0 card:p-0">
      <label className="flex size-full items-center card:size-11 card:justify-center">
        <span className="sr-only">Select {name}</span>
        <input type="checkbox" checked={selection.has(id)} onChange={() => selection.toggle(id)} className="size-4 accent-accent max-md:size-5" />
      </label>
    </td>
  );
}

/** The first cell: the row's name, and the way to it. */
export function NameCell<Row>({ column, row, href, marked }: CellProps<Row> & { readonly href: string | undefined; readonly marked: boolean }) {
  const content = column.cell(row);
  const name = typeof content === "string" ? <Truncated text={content} /> : content;
  return (
    <th scope="row" className={clsx("cell name-cell", marked && "name-cell-marked")}>
      {href ? (
        // On a card the whole card is the link's target; a thumb needn't hit the name. Not fetched ahead: a hundred rows would be a hundred requests.
        <Link href={href} className="block min-w-0 rounded-sm hover:underline card:after:absolute card:after:inset-0">
          {name}
        </Link>
      ) : (
        name
      )}
    </th>
  );
}

/** Any other cell; on a card with its header before it. */
export function Cell<Row>({ column, row, gone }: CellProps<Row>) {
  const content = column.cell(row);
  return (
    <td
      data-label={column.whole ? undefined : column.header}
      className={clsx("cell", column.whole && "cell-whole", column.numeric && "text-right mono tabular-nums", gone)}
    >
      {typeof content === "string" ? <Truncated text={content} className="cell-text" /> : <span className="cell-text">{content}</span>}
    </td>
  );
}
