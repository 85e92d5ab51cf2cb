"use client";

import { useEffect, useState } from "react";

import { holdLeaving } from "./leaving";

/** Holds a click on a link of this page, and what the palette leads to, while `active`; answers where it led, until the person has decided. */
export function useLeaveGuard(active: boolean) {
  const [heldHref, setHeldHref] = useState<string>();
  useEffect(() => {
    if (!active) return;
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0 || link?.target === "_blank";
      if (!link || opensElsewhere || link.origin !== window.location.origin || link.getAttribute("href")?.startsWith("#")) return;
      event.preventDefault();
      event.stopPropagation();
      setHeldHref(link.pathname + link.search);
    };
    document.addEventListener("click", hold, { capture: true });
    const letGo = holdLeaving(setHeldHref);
    return () => {
      document.removeEventListener("click", hold, { capture: true });
      letGo();
    };
  }, [active]);
  return { heldHref, stay: () => setHeldHref(undefined) };
}
