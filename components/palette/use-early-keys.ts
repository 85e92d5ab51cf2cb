import { useEffect, useRef } from "react";

/**
 * Keeps what is typed between the press that opens the palette and its appearance, since it is loaded then; answers how to fetch it. Escape leaves
 * before it has come.
 */
export function useEarlyKeys(open: boolean, leave: () => void): () => string {
  const typed = useRef("");
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    if (!open) return;
    typed.current = "";
    const listen = (event: KeyboardEvent) => {
      if (document.querySelector("dialog[data-palette]") || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") latest.current();
      else if (event.key === "Backspace") typed.current = typed.current.slice(0, -1);
      else if (event.key.length === 1) typed.current += event.key;
      else if (event.key !== "Enter") return;
      // The page behind it has keys of its own.
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, [open]);
  return () => typed.current;
}
