import { useEffect, useMemo, useState } from "react";

import type { CheckHint } from "@/lib/desk/check";
import type { Environment } from "@/lib/klarna/environment";
import { send } from "@/lib/query/send";

import { checkable } from "../checkable";
import type { CheckedRow } from "./check-rows";

/** By the line; null for one that the desk couldn't be asked about; none for one that isn't asked about yet. */
export type RowHints = ReadonlyMap<number, readonly CheckHint[] | null>;

const none: RowHints = new Map();
/** As many rows are shown at once as they come: drawing the table for each would take longer than asking. */
const atOnce = 10;

/** What looks odd about each row, by its line: a reference or an IBAN that another merchant has. Asked one after another. */
export function useRowHints(environment: Environment, rows: readonly CheckedRow[]): RowHints {
  const [hints, setHints] = useState(none);
  // By what is asked: a row that only got its profile isn't asked about again.
  const asked = useMemo(() => JSON.stringify(rows.map(({ line, checked }) => [line, checkable(checked.body)])), [rows]);
  useEffect(() => {
    setHints(none);
    const over = new AbortController();
    void ask(environment, JSON.parse(asked), over.signal, (some) => setHints((before) => new Map([...before, ...some])));
    return () => over.abort();
  }, [environment, asked]);
  return hints;
}

async function ask(
  environment: Environment,
  rows: readonly (readonly [line: number, body: unknown])[],
  signal: AbortSignal,
  told: (some: RowHints) => void,
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = new Map<number, readonly CheckHint[] | null>();
    for (const [line, body] of rows.slice(from, from + atOnce)) {
      const asking = { method: "POST", repeatable: true, body: { environment, body }, signal } as const;
      const found = await send<readonly CheckHint[]>("/api/desk/checks", asking).catch(() => null);
      if (signal.aborted) return;
      some.set(line, found);
    }
    told(some);
  }
}
