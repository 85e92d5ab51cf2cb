"use client";

import { useEffect, useState } from "react";

import { useAskedOnUnload } from "./use-asked-on-unload";
import { useLeaveGuard } from "./use-leave-guard";

/** Holds the page while `active`: links and Back lead nowhere until the person has decided (`held`), and the browser asks before it closes or reloads. */
export function useHeldPage(active: boolean) {
  const { heldHref, stay: stayAtLink } = useLeaveGuard(active);
  const [steppedBack, setSteppedBack] = useState(false);
  useAskedOnUnload(active);
  useEffect(() => {
    if (!active) return;
    const onBack = () => {
      step();
      setSteppedBack(true);
    };
    step();
    window.addEventListener("popstate", onBack);
    return () => window.removeEventListener("popstate", onBack);
  }, [active]);
  const stay = () => {
    stayAtLink();
    setSteppedBack(false);
  };
  return { held: heldHref !== undefined || steppedBack, heldHref, stay };
}

/** One step more in the history, to the very same page: Back takes it, and nothing is lost. */
function step(): void {
  window.history.pushState(window.history.state, "", window.location.href);
}
