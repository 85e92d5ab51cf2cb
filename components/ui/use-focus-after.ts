import { type RefObject, useCallback, useEffect, useRef } from "react";

/** What the rows of a list are, and what of a row takes the focus, as selectors; without a target it is the row itself. */
export interface FocusRows {
  readonly row: string;
  readonly target?: string;
  /** What takes it where no row is left; usually the page's content as a whole. */
  readonly otherwise?: string;
}

/**
 * Keeps a keyboard's place in a list of rows whose focused row may go: answers what to call once something was done with a row. When the focus is nowhere
 * after that, it goes to the row that has come into the place of the one that went.
 */
export function useFocusAfter(
  area: RefObject<HTMLElement | null>,
  rows: string,
  { row, target, otherwise = "#content" }: FocusRows = { row: "tbody tr", target: "th a" },
): () => void {
  const place = useRef(0);
  const due = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an area without rows may not be drawn before there are some.
  useEffect(() => {
    const inside = area.current;
    const note = (event: FocusEvent) => {
      const at = [...(inside?.querySelectorAll(row) ?? [])].indexOf((event.target as Element).closest(row) as Element);
      if (at !== -1) place.current = at;
    };
    inside?.addEventListener("focusin", note);
    return () => inside?.removeEventListener("focusin", note);
  }, [area, row, rows]);
  const settle = useCallback(() => {
    if (!due.current || document.activeElement !== document.body) return;
    due.current = false;
    const left = area.current?.querySelectorAll<HTMLElement>(row) ?? [];
    const next = left[Math.min(place.current, left.length - 1)];
    ((target ? next?.querySelector<HTMLElement>(target) : next) ?? document.querySelector<HTMLElement>(otherwise))?.focus();
  }, [area, row, target, otherwise]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the moment at which the rows change.
  useEffect(settle, [rows, settle]);
  return () => {
    due.current = true;
    settle();
  };
}
