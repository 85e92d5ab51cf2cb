import { QueryClientContext } from "@tanstack/react-query";
import { type FormEvent, useContext, useRef, useState } from "react";

import { type Problem, ProblemError } from "@/lib/klarna/problem";

/** A small form without a schema of its own: what it sends, what was refused, and whether it is on its way. */
export function useSubmit(act: (data: FormData) => Promise<void>) {
  const client = useContext(QueryClientContext);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  // A double click's second press comes before what is busy is drawn.
  const acting = useRef(false);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<boolean> => {
    event.preventDefault();
    if (acting.current) return false;
    acting.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      await act(new FormData(event.currentTarget));
      return true;
    } catch (error) {
      const failed = ProblemError.of(error).problem;
      setProblem(failed);
      // As after a mutation (app/providers.tsx): whoever looks whether it was done sees how it stands.
      if (failed.unclear) void client?.invalidateQueries();
      return false;
    } finally {
      acting.current = false;
      setBusy(false);
    }
  };
  return { problem, busy, submit, reset: () => setProblem(undefined) };
}

/** What a problem says of one field. */
export function fieldMessage(problem: Problem | undefined, path: string): string | undefined {
  return problem?.fields.find((field) => field.path === path)?.message;
}
