import { useQuery } from "@tanstack/react-query";

import { useFailure } from "@/components/operation/use-failure";
import { useRefresh } from "@/components/operation/use-refresh";
import type { ComparedSide } from "@/lib/desk/compare";
import { merchantName } from "@/lib/desk/merchant";
import type { Call } from "@/lib/klarna/call";
import type { Environment } from "@/lib/klarna/environment";
import type { Problem } from "@/lib/klarna/problem";
import { read } from "@/lib/query/read";

import { record, text } from "../as-sent";

/** One side as it was read from Klarna. */
export interface SideRead {
  readonly name: string | undefined;
  /** Klarna's answer; undefined until it is here, and where it didn't come. */
  readonly answer: unknown;
  readonly problem: Problem | undefined;
  readonly at: string | null;
  readonly busy: boolean;
  readonly pending: boolean;
  readonly refresh: () => void;
}

/** Reads a side by its one call, if there is a merchant on it. */
export function useSide(environment: Environment, side: ComparedSide): SideRead {
  const enabled = side.is === "merchant";
  const asked = useQuery({
    ...read(environment, enabled ? side.call : nobody),
    enabled,
    staleTime: 60_000,
    retry: false,
  });
  const { data, dataUpdatedAt, isFetching, isPending, refetch } = asked;
  const problem = useFailure(asked);
  const { busy, refresh } = useRefresh(refetch);
  const known = side.is === "merchant" && side.known ? merchantName(side.known) : undefined;
  return {
    name: text(record(data).account_name) ?? known ?? ("account_id" in side ? side.account_id : undefined),
    answer: data,
    problem,
    at: dataUpdatedAt ? new Date(dataUpdatedAt).toISOString() : null,
    busy: busy || (isFetching && !problem),
    pending: enabled && isPending && !problem,
    refresh,
  };
}

const nobody: Call = { name: "accounts.get", resource: "accounts", search: {} };
