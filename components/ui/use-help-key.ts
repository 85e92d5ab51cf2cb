import { useEffect, useState } from "react";

import { areKeysTaken } from "./keys-taken";

/** Whether the help is open; `?` opens it while nobody types. */
export function useHelpKey() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === "?" && !event.metaKey && !event.ctrlKey && !areKeysTaken(event.target)) setOpen(true);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return [open, setOpen] as const;
}
