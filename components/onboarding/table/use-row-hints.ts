import { useEffect, useState } from "react";

import type { CheckHint } from "@/lib/desk/check";
import type { Environment } from "@/lib/klarna/environment";
import { send } from "@/lib/query/send";

import { checkable } from "../checkable";
import type { CheckedRow } from "./check-rows";

const none: ReadonlyMap<number, readonly CheckHint[]> = new Map();

/** What looks odd about each row, by its line: a reference or an IBAN that another merchant has. Asked one after another; where the desk can't be asked there are none. */
export function useRowHints(environment: Environment, rows: readonly CheckedRow[]): ReadonlyMap<number, readonly CheckHint[]> {
  const [hints, setHints] = useState(none);
  useEffect(() => {
    setHints(none);
    const over = new AbortController();
    void ask(environment, rows, over.signal, (line, found) => setHints((before) => new Map([...before, [line, found]])));
    return () => over.abort();
  }, [environment, rows]);
  return hints;
}

async function ask(environment: Environment, rows: readonly CheckedRow[], signal: AbortSignal, told: (line: number, hints: readonly CheckHint[]) => void) {
  for (const { line, checked } of rows) {
    const body = { environment, body: checkable(checked.body) };
    const found = await send<readonly CheckHint[]>("/api/desk/checks", { method: "POST", repeatable: true, body, signal }).catch(() => []);
    if (signal.aborted) return;
    if (found.length > 0) told(line, found);
  }
}
