import { useEffect } from "react";

import { keepInTab, keptInTab } from "@/components/ui/tab";

import type { EditBook } from "./edit-book";

/** Says that this merchant is being changed in this tab: a page of it that was made already, or is being made, may not know the last text. */
export function noteChanged(accountId: string): void {
  keepInTab(noteOf(accountId), "changed");
}

/** Says that nothing is being changed any more, all of it was sent or given up: a page that was made before still shows it. */
export function noteUnchanged(accountId: string): void {
  keepInTab(noteOf(accountId), "over");
}

/**
 * What is typed as a page is left is saved while the next one is already being made, which then knows the text before it; and Back shows a page as it was made. So
 * where the merchant was changed in this tab, the desk is asked once more as soon as a page stands, and again a moment later.
 */
export function useCatchUp(book: EditBook, accountId: string, active: boolean): void {
  useEffect(() => {
    // In a browser that keeps nothing nobody knows, so it is asked.
    const note = keptInTab(noteOf(accountId), "perhaps");
    const isOver = note === "over" && Object.keys(book.content().parts).length === 0;
    if (!active || !note || isOver) return;
    void book.catchUp();
    const later = setTimeout(() => void book.catchUp(), 2_000);
    return () => clearTimeout(later);
  }, [book, accountId, active]);
}

function noteOf(accountId: string): string {
  return `edit ${accountId}`;
}
