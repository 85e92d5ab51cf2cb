import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import { useAskedOnUnload } from "@/components/operation/use-asked-on-unload";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";

import { type Onboarded, onboardDraft } from "./onboard-draft";

/** A row's draft, to be sent. */
export interface RowToSend {
  readonly line: number;
  readonly draftId: string;
}

/** How the sending of a row stands. */
export type RowOutcome = Onboarded | { readonly kind: "sending" };

/** Onboards drafts one after another, until all are sent, somebody stops it, or it can't go on: then nothing more is sent, and the rest stay drafts. */
export function useOnboardRows(environment: Environment) {
  const client = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, RowOutcome>>(new Map());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const wanted = useRef(false);
  // Whoever leaves the page has it stop after the one that is on its way.
  useEffect(() => {
    return () => {
      wanted.current = false;
    };
  }, []);
  useAskedOnUnload(busy);

  const tell = (line: number, outcome: RowOutcome | undefined) =>
    setOutcomes((before) => {
      const after = new Map(before);
      if (outcome) after.set(line, outcome);
      else after.delete(line);
      return after;
    });

  async function onboard(rows: readonly RowToSend[]): Promise<void> {
    if (wanted.current) return;
    wanted.current = true;
    setBusy(true);
    setProblem(undefined);
    for (const { line, draftId } of rows) {
      if (!wanted.current) break;
      tell(line, { kind: "sending" });
      try {
        const outcome = await onboardDraft(environment, draftId);
        tell(line, outcome);
        // Where nobody can say what became of one, others would only wait as long.
        if (outcome.kind === "unclear") break;
      } catch (error) {
        tell(line, undefined);
        setProblem(ProblemError.of(error).problem);
        break;
      }
    }
    wanted.current = false;
    setBusy(false);
    await Promise.all(["drafts", "merchants"].map((resource) => client.invalidateQueries({ queryKey: [resource] })));
  }

  const stop = () => {
    wanted.current = false;
  };
  return { outcomes, busy, problem, onboard, stop, forget: () => setOutcomes(new Map()) };
}
