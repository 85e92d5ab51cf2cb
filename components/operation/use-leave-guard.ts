"use client";

import { useEffect, useState } from "react";

import { holdLeaving, wayOf } from "./leaving";

/** Holds a click on a link of this page, and what the palette leads to, while `active`; answers where it led, until the person has decided. */
export function useLeaveGuard(active: boolean) {
  const [heldHref, setHeldHref] = useState<string>();
  useEffect(() => {
    if (!active) return;
    const hold = (event: MouseEvent) => {
      const link = wayOf(event);
      if (!link) return;
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
