import clsx from "clsx";
import { ChevronDown } from "lucide-react";

import { inputClass } from "./field";
import type { Column, TableSort } from "./table-column";

export interface SortChoiceProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: TableSort;
}

/** How cards are ordered, to be chosen above them: there the headers that sort a table are only read aloud, and nothing that a thumb could press. */
export function SortChoice<Row>({ columns, sort }: SortChoiceProps<Row>) {
  const orders = columns.flatMap(({ key, header, sortable }) =>
    sortable
      ? [
          { value: key, label: `${header}, ascending` },
          { value: `-${key}`, label: `${header}, descending` },
        ]
      : [],
  );
  const now = sort.key === undefined ? "" : `${sort.descending ? "-" : ""}${sort.key}`;
  return (
    <label className="mb-1 hidden items-center gap-3 card:flex print:hidden!">
      <span className="shrink-0 font-medium">Sort by</span>
      <span className="relative block min-w-0 flex-1">
        <select
          value={now}
          onChange={({ target: { value } }) => sort.onChoose(value.replace(/^-/, "") || undefined, value.startsWith("-"))}
          className={clsx(inputClass, "h-11 appearance-none truncate pr-8")}
        >
          {sort.usual !== undefined && <option value="">{sort.usual}</option>}
          {now !== "" && !orders.some(({ value }) => value === now) && <option value={now}>Something that isn't shown</option>}
          {orders.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted" />
      </span>
    </label>
  );
}
