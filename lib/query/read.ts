import { queryOptions } from "@tanstack/react-query";

import type { Call } from "../klarna/call";
import type { Environment } from "../klarna/environment";
import { send } from "./send";

/** `useQuery(read(environment, call))`: a read of Klarna through the one door. The key begins with the resource, for invalidation. */
export function read<Output>(environment: Environment, call: Call<Output>) {
  return queryOptions({
    queryKey: [call.resource, environment, call.name, call.search],
    queryFn: ({ signal }) => send<Output>(`/api/klarna/${environment}/${call.name}`, { search: call.search, signal }),
  });
}

/** `useQuery(readDesk<DraftSummary[]>("drafts", { environment }))`: a read of the desk's own data. */
export function readDesk<Output>(path: string, search: Readonly<Record<string, string>> = {}) {
  return queryOptions({
    queryKey: [path.split("/")[0], path, search],
    queryFn: ({ signal }) => send<Output>(`/api/desk/${path}`, { search, signal }),
  });
}
