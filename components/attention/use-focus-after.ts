import { type RefObject, useCallback, useEffect, useRef } from "react";

/**
 * Keeps a keyboard's place in a list of rows whose focused row may go: answers what to call once something was done with a row. When the focus is nowhere
 * after that, it goes to the row that has come into the place of the one that went.
 */
export function useFocusAfter(area: RefObject<HTMLElement | null>, rows: string): () => void {
  const place = useRef(0);
  const due = useRef(false);
  useEffect(() => {
    const inside = area.current;
    const note = (event: FocusEvent) => {
      const row = (event.target as Element).closest<HTMLTableRowElement>("tbody tr");
      if (row) place.current = row.sectionRowIndex;
    };
    inside?.addEventListener("focusin", note);
    return () => inside?.removeEventListener("focusin", note);
  }, [area]);
  const settle = useCallback(() => {
    if (!due.current || document.activeElement !== document.body) return;
    due.current = false;
    const links = area.current?.querySelectorAll<HTMLAnchorElement>("tbody th a") ?? [];
    links[Math.min(place.current, links.length - 1)]?.focus();
  }, [area]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the moment at which the rows change.
  useEffect(settle, [rows, settle]);
  return () => {
    due.current = true;
    settle();
  };
}
