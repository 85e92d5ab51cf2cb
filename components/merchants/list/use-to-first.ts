import { type RefObject, useEffect, useRef } from "react";

/**
 * The way from the search to the first that was found. What is there while it is still being searched for was found for something else: then it leads there once the
 * answer has come, unless one has typed on or gone elsewhere meanwhile.
 */
export function useToFirst(area: RefObject<HTMLElement | null>, search: RefObject<HTMLInputElement | null>, searching: boolean): () => void {
  const awaited = useRef<string>(undefined);
  useEffect(() => {
    if (searching || awaited.current === undefined) return;
    const isStillThere = document.activeElement === search.current && search.current?.value === awaited.current;
    awaited.current = undefined;
    if (isStillThere) focusFirst(area.current);
  }, [area, search, searching]);
  return () => {
    if (searching) awaited.current = search.current?.value;
    else focusFirst(area.current);
  };
}

function focusFirst(area: HTMLElement | null): void {
  area?.querySelector<HTMLAnchorElement>("tbody th a")?.focus();
}
