import type { ReactNode } from "react";

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** A string is truncated with the whole on hover; anything else looks after itself. */
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned, Geist Mono, tabular figures. */
  readonly numeric?: boolean;
  /** A fixed width (`"w-40"`), or a share of the table's (`"w-[16%]"`); columns without one share what is left. */
  readonly width?: string;
  /** The least it is still read at, in rem, its padding of 1 with it; `leastOf` knows what is usual. Where not all get theirs, rows are cards. */
  readonly least?: number;
  /** Left out where there isn't room for everything: in narrow tables and in cards. What goes first makes room for what somebody chose beside it. */
  readonly wideOnly?: boolean | "first-to-go";
  readonly sortable?: boolean;
  /** On a card it takes the whole width, without the header before it: sentences, and rows of buttons. */
  readonly whole?: boolean;
}

/** How rows are ordered, what a press on a header does, and a choice where rows are cards. */
export interface TableSort {
  readonly key: string | undefined;
  readonly descending: boolean;
  readonly onSort: (key: string) => void;
  /** Orders them exactly so; without a key as they are without anybody's wish. */
  readonly onChoose: (key: string | undefined, descending: boolean) => void;
  /** What that order is called; without it they are always ordered by a key. */
  readonly usual?: string;
}

/** Which rows are ticked, by their keys. */
export interface TableSelection {
  readonly has: (key: string) => boolean;
  readonly all: boolean;
  readonly toggle: (key: string) => void;
  readonly toggleAll: () => void;
}
