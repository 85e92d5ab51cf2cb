import { type RefObject, useEffect } from "react";

/** J and K walk down and up the rows' links inside `area`; Enter then follows the link, as on any link. Typing in a field is left alone. */
export function useRowKeys(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const step = steps.get(event.key);
      if (step === undefined || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const links = [...(area.current?.querySelectorAll<HTMLAnchorElement>("tbody th a") ?? [])];
      const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
      const next = links[at === -1 ? 0 : Math.max(0, Math.min(at + step, links.length - 1))];
      next?.focus();
      next?.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", walk);
    return () => document.removeEventListener("keydown", walk);
  }, [area]);
}

const steps: ReadonlyMap<string, number> = new Map([
  ["j", 1],
  ["k", -1],
]);

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest("dialog") !== null);
}
