import { useState } from "react";

import { type Problem, ProblemError } from "@/lib/klarna/problem";

/** What is read of a query. */
export interface Reading {
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isPlaceholderData: boolean;
  /** When it last failed, which no other query did at that moment. */
  readonly errorUpdatedAt: number;
}

/**
 * Why the latest reading failed, also while the next one is under way: of what was never read the library forgets it then, and what says so, with the button just
 * pressed, would go. What stands in for the missing is no answer; of another question nothing is told.
 */
export function useFailure({ error, isPending, isPlaceholderData, errorUpdatedAt }: Reading): Problem | undefined {
  const [kept, keep] = useState<{ readonly error: Error; readonly at: number }>();
  const awaited = isPending || isPlaceholderData;
  if (error && error !== kept?.error) keep({ error, at: errorUpdatedAt });
  if (!error && !awaited && kept) keep(undefined);
  const failure = error ?? (awaited && kept?.at === errorUpdatedAt ? kept.error : undefined);
  return failure && ProblemError.of(failure).problem;
}
