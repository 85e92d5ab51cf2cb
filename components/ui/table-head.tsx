import clsx from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";

import type { Column, TableSelection, TableSort } from "./table-column";
import { headWidth, type TableRoom } from "./table-room";

export interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly gone: TableRoom["gone"];
  readonly sort?: TableSort;
  readonly selection?: TableSelection;
}

const head =
  "sticky top-(--top) z-10 h-9 border-b bg-surface px-3 font-medium text-muted text-xs first:pl-2 last:pr-2 @max-5xl:px-2 card:static card:h-auto card:w-auto! card:border-0 card:py-2";
/** Over cards it is only read aloud, until the focus comes into it: then it lies over the first of them, and moves none. */
const overCards =
  "card:sr-only card:focus-within:not-sr-only card:focus-within:absolute card:focus-within:inset-x-0 card:focus-within:z-10 card:focus-within:rounded card:focus-within:bg-surface card:focus-within:shadow-float";

/** The headers, which stay in view; those that sort are buttons. */
export function TableHead<Row>({ columns, gone, sort, selection }: TableHeadProps<Row>) {
  return (
    <thead className={overCards}>
      <tr className="card:flex card:flex-wrap">
        {selection && (
          <th scope="col" className={clsx(head, "w-8")}>
            <label className="flex items-center">
              <span className="sr-only">Select all that are shown</span>
              <input type="checkbox" checked={selection.all} onChange={selection.toggleAll} className="size-4 accent-accent" />
            </label>
          </th>
        )}
        {columns.map((column, index) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={sort?.key === column.key ? (sort.descending ? "descending" : "ascending") : undefined}
            className={clsx(head, column.width, column.numeric && "text-right", gone.get(column.key))}
            style={{ width: headWidth(column, index === 0) }}
          >
            {sort && column.sortable ? <SortButton column={column} sort={sort} /> : <Header text={column.header} />}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Two lines at most, which a long name for something may need. */
function Header({ text }: { readonly text: string }) {
  return (
    <span dir="auto" title={text} className="line-clamp-2">
      {text}
    </span>
  );
}

function SortButton<Row>({ column, sort }: { readonly column: Column<Row>; readonly sort: TableSort }) {
  const active = sort.key === column.key;
  return (
    <button
      type="button"
      onClick={() => sort.onSort(column.key)}
      className={clsx(
        "-mx-1 flex max-w-full card:max-w-none items-center gap-1 rounded-sm px-1 hover:text-ink [&_svg]:size-3 [&_svg]:shrink-0",
        active && "text-ink",
      )}
    >
      <span className="truncate">{column.header}</span>
      {active && (sort.descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
    </button>
  );
}
