import { useMutation } from "@tanstack/react-query";

import type { Run } from "@/lib/desk/run";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

export type Steering = "pause" | "resume" | "cancel" | "retry";

/** Asks the desk to do something with a run, once at a time. */
export function useSteering({ id, environment }: Run, onDone: () => void) {
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: ({ action, ...confirmed }: { readonly action: Steering; readonly count?: number; readonly typed?: string }) =>
      send<Run>(`/api/desk/runs/${id}`, { method: "POST", body: { environment, action, ...confirmed } }),
    onSettled: onDone,
  });
  return {
    steer: (action: Steering, confirmed: { readonly count?: number; readonly typed?: string } = {}, onSuccess?: () => void) =>
      mutate({ action, ...confirmed }, onSuccess && { onSuccess }),
    busy: isPending ? variables.action : undefined,
    problem: error ? ProblemError.of(error).problem : undefined,
  };
}
