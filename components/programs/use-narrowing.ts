import { useSearchParams } from "next/navigation";

import { type Narrowing, narrowingIn, narrowings } from "./narrowing";

/** What is narrowed to, kept in the page's address, so that a view can be kept and sent on. */
export function useNarrowing() {
  const search = new URLSearchParams(useSearchParams()?.toString());
  const narrowing = narrowingIn(search);
  const narrow = (next: Narrowing) => {
    for (const name of narrowings) {
      const value = next[name];
      if (value) search.set(name, value);
      else search.delete(name);
    }
    window.history.replaceState(null, "", search.size > 0 ? `?${search}` : window.location.pathname);
  };
  return { narrowing, narrow };
}
