import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";

import { type Problem, ProblemError } from "@/lib/klarna/problem";

interface EnablementChange {
  readonly send: () => Promise<unknown>;
  /** Told just before it is sent. */
  readonly onSend: () => void;
  /** Whether it was sent before, and nobody knows what came of it. */
  readonly unclear: boolean;
  readonly onDone: () => void;
  readonly onUnclear: (unclear: boolean) => void;
}

/**
 * Sends a change of an enablement, once at a time. What nobody knows the outcome of stays as it is until that is known: asking again sends the very same
 * with the same name, so it is done once at most, and the desk's answer tells what came of it.
 */
export function useEnablementChange(given: EnablementChange) {
  const client = useQueryClient();
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function start(): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setProblem(undefined);
    try {
      given.onSend();
      await given.send();
      given.onDone();
    } catch (error) {
      const { problem: refusal } = ProblemError.of(error);
      if (refusal.code === "ALREADY_DONE") {
        await client.invalidateQueries({ queryKey: ["paymentProgramEnablements"] });
        return given.onDone();
      }
      setProblem(refusal);
      given.onUnclear(refusal.unclear === true || (given.unclear && saysNothing(refusal)));
    } finally {
      busy.current = false;
      setSending(false);
    }
  }

  return { start, sending, problem };
}

/** Why nobody could be asked: it says nothing about what was sent before. */
function saysNothing({ status }: Problem): boolean {
  return status >= 500 || [401, 403, 429].includes(status);
}

/** What was refused about a part of what was sent: by the field's own path, or by one below it. */
export function refusedAt(problem: Problem | undefined, path: string): string | undefined {
  return problem?.fields.find((field) => field.path === path || field.path.startsWith(`${path}.`))?.message;
}
