import type { Column } from "./table-column";

/** How a table makes do with its room: under which width of its own its rows are cards, and under which each column that may go is left out. */
export interface TableRoom {
  /** How many rem more than `leastRoom` it needs to stand as a table: under that its rows are cards. */
  readonly more: number;
  /** The class of each column that gives way, by its key. */
  readonly gone: ReadonlyMap<string, string>;
}

/**
 * Counted from the columns alone, so that the server draws it and nothing is measured: a table stands as one where each column gets its least, else as cards.
 * Columns that may go come back in their order, as soon as there is room for them and those before them.
 */
export function tableRoom(columns: readonly Column<never>[], marked = false): TableRoom {
  const kept = columns.filter(({ wideOnly }) => !wideOnly);
  const needed = steps.find((rem) => isRoomFor(kept, marked, rem)) ?? widestStep;
  const gone = new Map<string, string>();
  const may = columns.filter(({ wideOnly }) => wideOnly);
  for (const column of [...may.filter(({ wideOnly }) => wideOnly === true), ...may.filter(({ wideOnly }) => wideOnly === "first-to-go")]) {
    kept.push(column);
    gone.set(column.key, (narrows.find(({ rem }) => isRoomFor(kept, marked, rem)) ?? narrows.at(-1))?.hidden ?? "");
  }
  return { more: needed - leastRoom, gone };
}

/** Whether each of them gets its least in a table of so many rem. */
export function isRoomFor(columns: readonly Column<never>[], marked: boolean, rem: number): boolean {
  let [rest, sharing, leastShared] = [rem - (marked ? markWidth : 0), 0, 0];
  for (const [index, column] of columns.entries()) {
    const least = leastOf(column, index === 0);
    if (column.width) rest -= Math.max(least, (shareOf(column) * rem) / 100);
    else [sharing, leastShared] = [sharing + 1, Math.max(least, leastShared)];
  }
  // Those without a width get the same of the rest, so the one that needs most of it says how much that is.
  return rest >= sharing * leastShared;
}

/** What a column's head is as wide as: a share never falls under the least. Of the container's width, since a table's columns know no `max` of percents. */
export function headWidth(column: Column<never>, isFirst: boolean): string | undefined {
  const share = shareOf(column);
  return share === 0 ? undefined : `max(${share}cqw, ${leastOf(column, isFirst)}rem)`;
}

/** The least a column is read at, in rem: as it says itself, or its fixed width, or what its kind and its header usually need. */
function leastOf({ header, width, least, numeric, sortable }: Column<never>, isFirst: boolean): number {
  if (least !== undefined) return least;
  const fixed = /^w-(\d+)$/.exec(width ?? "")?.[1];
  if (fixed) return Number(fixed) / 4;
  const usual = isFirst ? 10 : numeric ? 7 : width === undefined ? 9 : 6;
  // A header that is longer than a column should be is somebody's name for something: it is cut, and whole on hover.
  return Math.max(usual, Math.min(10, 1 + header.length * 0.42 + (sortable ? 1 : 0)));
}

/** `w-[16%]` → 16. */
function shareOf({ width }: Column<never>): number {
  return Number(/^w-\[(\d+)%\]$/.exec(width ?? "")?.[1] ?? 0);
}

const markWidth = 2;

/** The least room of any table, in rem: `@custom-variant card` in `app/globals.css` says the same. */
export const leastRoom = 42;
const widestStep = 70;
/** A desk of 1024 px leaves 45 to a table, one of 1280 px 61, both beside a scroll bar. */
const steps = [leastRoom, 45, 52, 61, widestStep];

const narrows = [
  { rem: 52, hidden: "@max-[52rem]:hidden!" },
  { rem: 56, hidden: "@max-[56rem]:hidden!" },
  { rem: 61, hidden: "@max-[61rem]:hidden!" },
  { rem: 66, hidden: "@max-[66rem]:hidden!" },
  { rem: 71, hidden: "@max-[71rem]:hidden!" },
  { rem: 84, hidden: "@max-[84rem]:hidden!" },
];
