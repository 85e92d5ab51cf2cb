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
      askUntilSaved(saver);
    };
  }, [saver]);
}

/** The next page of the desk's lets a save go on; another site, a reload or a closed tab would end it. */
function askUntilSaved(saver: DraftSaver): void {
  if (!saver.isTrying()) return;
  const onLeave = (event: BeforeUnloadEvent) => void (saver.isTrying() && event.preventDefault());
  window.addEventListener("beforeunload", onLeave);
  const stop = saver.subscribe(() => {
    if (saver.isTrying()) return;
    stop();
    window.removeEventListener("beforeunload", onLeave);
  });
}
