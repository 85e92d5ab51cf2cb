import { useState } from "react";

import { rowsCookie } from "./rows-cookie";

/** How tall the rows are; remembered on this machine. */
export function useRows(known: boolean) {
  const [comfortable, set] = useState(known);
  const setComfortable = (next: boolean) => {
    set(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API isn't in every browser yet.
    document.cookie = `${rowsCookie}=${next ? "comfortable" : "dense"}; path=/; max-age=31536000; samesite=lax`;
  };
  return { comfortable, setComfortable };
}
