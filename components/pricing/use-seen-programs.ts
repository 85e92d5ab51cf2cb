import { useMemo, useRef } from "react";

import type { Rate } from "@/lib/klarna/pricing/rate";

/** The programs that rates of a plan were seen for since the page was opened: what one can choose among, also after choosing one. */
export function useSeenPrograms(plan: string | undefined, rates: readonly Rate[] | undefined): readonly string[] {
  const seen = useRef<{ plan: string | undefined; ids: readonly string[] }>({ plan: undefined, ids: [] });
  return useMemo(() => {
    const before = seen.current.plan === plan ? seen.current.ids : [];
    const ids = [...new Set([...before, ...(rates ?? []).flatMap(({ holds }) => holds.payment_program_id ?? [])])].sort();
    if (seen.current.plan !== plan || ids.length !== before.length) seen.current = { plan, ids };
    return seen.current.ids;
  }, [plan, rates]);
}
