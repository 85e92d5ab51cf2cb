import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import type { RowDraft } from "@/lib/desk/draft";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { titleOf } from "../use-saver";
import type { CheckedRow } from "./check-rows";

/** As many rows as go to the desk at once. */
const atOnce = 20;

/** Makes drafts of rows, a few at a time. Sent again, a row makes no second draft, so what came to nothing is simply asked for again. */
export function useTableDrafts(environment: Environment) {
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<ReadonlyMap<number, RowDraft>>(new Map());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const here = useRef(true);
  // Whoever chooses another file, or leaves, wants no more drafts of this one.
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  async function make(rows: readonly CheckedRow[]): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      for (let from = 0; from < rows.length && here.current; from += atOnce) {
        const some = rows.slice(from, from + atOnce);
        const made = await send<readonly RowDraft[]>("/api/desk/drafts/rows", {
          method: "POST",
          repeatable: true,
          body: { environment, rows: some.map(({ form }) => ({ title: titleOf(form, ""), content: form })) },
        });
        setDrafts((before) => new Map([...before, ...some.flatMap(({ line }, index) => (made[index] ? [[line, made[index]] as const] : []))]));
      }
    } catch (error) {
      setProblem(ProblemError.of(error).problem);
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ["drafts"] });
    }
  }

  function forget(): void {
    setDrafts(new Map());
    setProblem(undefined);
  }

  return { drafts, busy, problem, make, forget };
}
