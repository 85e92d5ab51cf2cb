import { useEffect } from "react";

/** Has the browser ask before the page is closed or loaded anew while `active`: never without need, since a page that may ask isn't kept for going back to it. */
export function useAskedOnUnload(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [active]);
}
