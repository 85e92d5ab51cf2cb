import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";

import type { Environment } from "../klarna/environment";
import { type BodyOf, type Operation, type OutputOf, type ParamsOf, pickParams } from "../klarna/operation";
import { send } from "./send";

/**
 * `useChange(environment, accounts.onboard, {}, draft.id)`, then `mutate(body)`. `attempt` was issued by the desk and stays with
 * the unsaved form: through double clicks, retries, reloads and corrections it is the same change.
 */
export function useChange<Op extends Operation>(environment: Environment, operation: Op, params: ParamsOf<Op>, attempt: string) {
  const client = useQueryClient();
  return useMutation<OutputOf<Op>, Error, BodyOf<Op>>({
    mutationFn: (body) =>
      send(`/api/klarna/${environment}/${operation.name}`, { method: operation.method, search: pickParams(operation, params), body, attempt }),
    onSuccess: () => refreshAfter(client, operation),
  });
}

/** Reads again what an operation may have changed. */
export function refreshAfter(client: QueryClient, { resource, refreshes = [] }: Operation): Promise<unknown> {
  return Promise.all([resource, ...refreshes, "merchants"].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
