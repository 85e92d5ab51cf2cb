import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

import { few } from "./few";

const firstOnes = Array.from({ length: few }, (_, index) => index);

/** Which rows of a long list are in sight, and how much room the others take above and below. The page itself scrolls. */
export interface VisibleRows {
  /** For the element that the list begins with. */
  readonly start: (element: HTMLElement | null) => void;
  /** For each row, which also says its place in `data-index`: so its true height is known. */
  readonly measure: ((element: HTMLElement | null) => void) | undefined;
  readonly indexes: readonly number[];
  readonly before: number;
  readonly after: number;
}

/** Draws of `count` rows only those in sight and a few around them. `height` is what a row has before it was measured. */
export function useVisibleRows(count: number, height: number): VisibleRows {
  const element = useRef<HTMLElement | null>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const onPaper = usePaper(count > few);
  const isLong = count > few && !onPaper;
  const rows = useWindowVirtualizer({ count: isLong ? count : 0, estimateSize: () => height, overscan: 12, scrollMargin, useFlushSync: false });
  // What stands above the list may grow or go while it is looked at.
  useEffect(() => {
    if (!isLong) return;
    const place = () => {
      if (element.current) setScrollMargin(Math.round(element.current.getBoundingClientRect().top + window.scrollY));
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [isLong]);
  const start = (given: HTMLElement | null) => {
    element.current = given;
  };
  if (!isLong) return { start, measure: undefined, indexes: Array.from({ length: count }, (_, index) => index), before: 0, after: 0 };
  const items = rows.getVirtualItems();
  // On the server, and until the page has been measured, it is looked at from its top.
  if (items.length === 0) return { start, measure: rows.measureElement, indexes: firstOnes, before: 0, after: (count - few) * height };
  const [first, last] = [items[0], items.at(-1)];
  return {
    start,
    measure: rows.measureElement,
    indexes: items.map(({ index }) => index),
    before: first ? first.start - scrollMargin : 0,
    after: last ? rows.getTotalSize() - (last.end - scrollMargin) : rows.getTotalSize(),
  };
}

/** Whether the page is being printed: paper can't be scrolled, so all rows are drawn before the browser takes its picture of them. */
function usePaper(isAsked: boolean): boolean {
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => {
    if (!isAsked) return;
    const begin = () => flushSync(() => setOnPaper(true));
    const end = () => setOnPaper(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, [isAsked]);
  return onPaper;
}
