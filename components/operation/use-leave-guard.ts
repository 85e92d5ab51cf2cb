"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

import { holdLeaving, wayOf } from "./leaving";

/** Holds a click on a link of this page, and what the palette leads to, while `active`; answers where it led, until the person has decided, and how to leave to it. */
export function useLeaveGuard(active: boolean) {
  const router = useRouter();
  const [held, setHeld] = useState<{ readonly href: string; readonly onLeft?: (() => void) | undefined }>();
  useEffect(() => {
    if (!active) return;
    const hold = (event: MouseEvent) => {
      const link = wayOf(event);
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      setHeld({ href: link.pathname + link.search });
    };
    document.addEventListener("click", hold, { capture: true });
    const letGo = holdLeaving((href, onLeft) => setHeld({ href, onLeft }));
    return () => {
      document.removeEventListener("click", hold, { capture: true });
      letGo();
    };
  }, [active]);
  const stay = () => setHeld(undefined);
  const leave = () => {
    stay();
    if (!held) return;
    router.push(held.href);
    held.onLeft?.();
  };
  return { heldHref: held?.href, stay, leave };
}
