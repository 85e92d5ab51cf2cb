import { type RefObject, useEffect, useRef } from "react";

import type { KeyGroup } from "./key-help";
import { areKeysTaken } from "./keys-taken";

/** What the keys of a list of rows do, for its help; `row` is what its rows are. */
export function rowKeys(row: string): KeyGroup["keys"] {
  return [
    { press: ["J"], does: `To the next ${row}` },
    { press: ["K"], does: "To the one before" },
    { press: ["Enter"], does: "Open it" },
  ];
}

export interface RowKeys {
  /** What other letters do with the row that has the focus. */
  readonly on?: Readonly<Record<string, (row: HTMLTableRowElement) => void>>;
  /** Where `/` goes. */
  readonly search?: RefObject<HTMLInputElement | null>;
}

/** J and K walk down and up the rows' links inside `area`; Enter then follows the link, as on any link. Typing in a field is left alone. */
export function useRowKeys(area: RefObject<HTMLElement | null>, keys: RowKeys = {}): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || areKeysTaken(event.target)) return;
      const { on, search } = latest.current;
      const step = steps.get(event.key.toLowerCase());
      const row = document.activeElement?.closest<HTMLTableRowElement>("tbody tr");
      const act = on?.[event.key.toLowerCase()];
      if (step !== undefined) walk(area.current, step);
      else if (event.key === "/" && search?.current) search.current.select();
      // A key that is held goes on walking, and does something once: the next row has the focus by then.
      else if (act && row && area.current?.contains(row)) event.repeat || act(row);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [area]);
}

function walk(area: HTMLElement | null, step: number): void {
  const links = [...(area?.querySelectorAll<HTMLAnchorElement>("tbody th a") ?? [])];
  const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  const next = links[at === -1 ? 0 : Math.max(0, Math.min(at + step, links.length - 1))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

const steps: ReadonlyMap<string, number> = new Map([
  ["j", 1],
  ["k", -1],
]);
