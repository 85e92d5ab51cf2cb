import { useQuery } from "@tanstack/react-query";

import type { ComparedSide } from "@/lib/desk/compare";
import { merchantName } from "@/lib/desk/merchant";
import type { Call } from "@/lib/klarna/call";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
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
  const { data, error, dataUpdatedAt, isFetching, isPending, refetch } = useQuery({
    ...read(environment, enabled ? side.call : nobody),
    enabled,
    staleTime: 60_000,
    retry: false,
  });
  const known = side.is === "merchant" && side.known ? merchantName(side.known) : undefined;
  return {
    name: text(record(data).account_name) ?? known ?? ("account_id" in side ? side.account_id : undefined),
    answer: data,
    problem: error ? ProblemError.of(error).problem : undefined,
    at: dataUpdatedAt ? new Date(dataUpdatedAt).toISOString() : null,
    busy: isFetching,
    pending: enabled && isPending,
    refresh: () => void refetch(),
  };
}

const nobody: Call = { name: "accounts.get", resource: "accounts", search: {} };
