import { useEffect } from "react";

import type { DraftSaver } from "./draft-saver";

/** Has what is typed kept when the page is hidden or left, and has the browser ask before it is closed with something unsaved. */
export function useKeptOnLeave(saver: DraftSaver): void {
  useEffect(() => {
    const onHide = () => document.visibilityState === "hidden" && void saver.flush(true);
    const onLeave = (event: BeforeUnloadEvent) => saver.isSaved() || event.preventDefault();
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("beforeunload", onLeave);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("beforeunload", onLeave);
      void saver.flush(true);
    };
  }, [saver]);
}
