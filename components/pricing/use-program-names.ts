import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";

import type { Environment } from "@/lib/klarna/environment";
import { lastPart } from "@/lib/klarna/pricing/rate";
import { send } from "@/lib/query/send";

/**
 * What programs are called, by the last part of their ids. Prices name a program otherwise than programs do; where Klarna doesn't know it under
 * the other name, its id has to do.
 */
export function useProgramNames(environment: Environment, ids: readonly string[]): (id: string) => string {
  const parts = useMemo(() => [...new Set(ids.map(lastPart))].slice(0, 50), [ids]);
  const answers = useQueries({
    queries: parts.map((part) => ({
      queryKey: ["paymentPrograms", environment, "name", part],
      queryFn: () => nameOf(environment, part),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
    })),
  });
  const names = new Map(parts.map((part, at) => [part, answers[at]?.data]));
  return (id) => names.get(lastPart(id)) ?? lastPart(id);
}

async function nameOf(environment: Environment, part: string): Promise<string | null> {
  const { payment_program_name } = await send<{ readonly payment_program_name?: unknown }>(`/api/klarna/${environment}/paymentPrograms.get`, {
    search: { payment_program_id: `krn:payment:global:payment:program:${part}` },
  });
  return typeof payment_program_name === "string" && payment_program_name !== "" ? payment_program_name : null;
}
