import { useEffect } from "react";

import type { EditBook } from "./edit-book";

/**
 * What is typed as a page is left is saved while the next one is already being made, which then knows the text before it: so the desk is asked once more as soon
 * as a page stands, and again a moment later.
 */
export function useCatchUp(book: EditBook, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    void book.catchUp();
    const later = setTimeout(() => void book.catchUp(), 2_000);
    return () => clearTimeout(later);
  }, [book, active]);
}
