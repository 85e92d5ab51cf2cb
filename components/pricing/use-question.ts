import { useSearchParams } from "next/navigation";
import { useMemo } from "react";

import { addressOf, type Question, questionIn } from "./question";

/** What is asked, kept in the page's address, so that it can be shared, reloaded and gone back to. `now` is when the server made the page. */
export function useQuestion(now: string) {
  const params = useSearchParams();
  const today = now.slice(0, 10);
  const question = useMemo(() => questionIn(params, today), [params, today]);
  const ask = (next: Partial<Question>, how: "push" | "replace" = "push") => {
    // Of the address as it is now: two fields may change in one go.
    const latest = questionIn(new URLSearchParams(window.location.search), today);
    const search = new URLSearchParams(addressOf({ ...latest, ...next }, today));
    window.history[`${how}State`](null, "", search.size > 0 ? `?${search}` : window.location.pathname);
  };
  return { question, ask };
}
