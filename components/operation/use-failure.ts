import { useState } from "react";

import { type Problem, ProblemError } from "@/lib/klarna/problem";

/** What is read of a query. */
export interface Reading {
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly errorUpdateCount: number;
}

/** Why the latest reading failed, also while the next one is under way: of what was never read the library forgets it then, and what says so, with the button just pressed, would go. */
export function useFailure({ error, isPending, errorUpdateCount }: Reading): Problem | undefined {
  const [kept, keep] = useState(error);
  if (error && error !== kept) keep(error);
  const failure = error ?? (isPending && errorUpdateCount > 0 ? kept : null);
  return failure ? ProblemError.of(failure).problem : undefined;
}
