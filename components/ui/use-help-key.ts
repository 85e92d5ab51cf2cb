import { useEffect, useState } from "react";

/** Whether the help is open; `?` opens it while nobody types. */
export function useHelpKey() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest("input:not([type=checkbox]), textarea, select, dialog, [contenteditable]") !== null;
      if (event.key === "?" && !event.metaKey && !event.ctrlKey && !typing) setOpen(true);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return [open, setOpen] as const;
}
