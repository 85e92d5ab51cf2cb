import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { useFailure } from "@/components/operation/use-failure";
import { useRefresh } from "@/components/operation/use-refresh";
import type { Call } from "@/lib/klarna/call";
import { type Enabled, type Enablement, enabledBy } from "@/lib/klarna/enablements";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import type { paymentProgramEnablements } from "@/lib/klarna/operations/payment-program-enablements";
import type { paymentPrograms } from "@/lib/klarna/operations/payment-programs";
import { read } from "@/lib/query/read";

/** What the page asks Klarna about one product. */
export interface ProductCalls {
  readonly programs: Call<OutputOf<typeof paymentPrograms.listForProduct>>;
  readonly enablements: Call<OutputOf<typeof paymentProgramEnablements.list>>;
}

/** A program that a product may have. */
export interface ProductProgram {
  readonly payment_program_id: string;
  readonly payment_program_name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly enablement_type?: string | null | undefined;
}

/** The programs that a product may have, and its enablements, as Klarna has them now. */
export function useProductPrograms(environment: Environment, calls: ProductCalls) {
  const listed = useQuery({ ...read(environment, calls.programs), staleTime: 60_000, retry: false });
  const given = useQuery({ ...read(environment, calls.enablements), staleTime: 15_000, refetchInterval: 60_000, retry: false });
  const programs: readonly ProductProgram[] = useMemo(
    () => listed.data?.payment_programs.filter((program) => typeof program?.payment_program_id === "string") ?? [],
    [listed.data],
  );
  const enabled = useMemo(() => readable(given.data?.payment_program_enablements), [given.data]);
  const ofGiven = useFailure(given);
  const ofListed = useFailure(listed);
  const { busy, refresh } = useRefresh(() => Promise.all([listed.refetch(), given.refetch()]));
  return {
    programs,
    /** How many more there are than Klarna has listed. */
    unlisted: Math.max(0, (listed.data?.pagination?.total ?? 0) - programs.length),
    /** Undefined until both have come: what is enabled stands below what may be, and would be pushed aside by it. */
    enabled: listed.isPending && !ofListed ? undefined : enabled,
    problem: ofGiven ?? ofListed,
    /** Why nobody knows which there are: that isn't that there are none. */
    unread: listed.data ? undefined : ofListed,
    readAt: given.dataUpdatedAt > 0 ? new Date(given.dataUpdatedAt).toISOString() : null,
    busy: busy || listed.isPending || given.isPending,
    refresh,
  };
}

function readable(items: readonly Enablement[] | undefined): readonly Enabled[] | undefined {
  return items?.filter((item) => typeof item?.payment_program_enablement_id === "string").map(enabledBy);
}

/** What a program is called. */
export function programName(id: string, programs: readonly ProductProgram[]): string {
  return programs.find(({ payment_program_id }) => payment_program_id === id)?.payment_program_name || id;
}
