"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Receipt, RefreshCw } from "lucide-react";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import type { FeeAudit, FeeAuditLines, FeeAuditMerchants } from "@/lib/desk/fee-audit";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";

import { FirstRead } from "../first-read";
import { useSettlementHere } from "../settlement-context";
import { DifferingFees } from "./differing-fees";
import { FeeMerchants } from "./fee-merchants";
import { FeeReasons } from "./fee-reasons";
import { FeeVerdict } from "./fee-verdict";
import { PlansRead } from "./plans-read";

export interface FeesViewProps {
  /** Whose fees are listed; everybody's unless it is given. */
  readonly account?: string;
  readonly audit: FeeAudit;
  /** The SHA-256 of the report that it is of; undefined while none is loaded. */
  readonly of: string | undefined;
  readonly merchants: FeeAuditMerchants;
  readonly lines: FeeAuditLines;
  readonly readAt: string;
}

/** The fees of a settlement held against the price plans: what agrees, what differs and by how much, and what nobody can say. */
export function FeesView({ account, audit: first, of, merchants, lines, readAt }: FeesViewProps) {
  const { environment, settlement_id, loaded } = useSettlementHere().settlement;
  const client = useQueryClient();
  const door = `settlements/${encodeURIComponent(settlement_id)}/fees`;
  const asked = readDesk<FeeAudit>(door, { environment });
  const read = useQuery({
    ...asked,
    queryKey: [...asked.queryKey, loaded?.sha256],
    ...(of === loaded?.sha256 && { initialData: first, initialDataUpdatedAt: Date.parse(readAt) }),
    refetchInterval: ({ state }) => (state.data?.wanted && loaded ? 1_500 : 60_000),
  });
  const { data: audit, error } = read;
  const check = useMutation({
    mutationFn: () => send<void>(`/api/desk/${door}/check`, { method: "POST", body: { environment } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["settlements", door] }),
  });
  if (!loaded)
    return (
      <EmptyState icon={<Receipt aria-hidden />} title="Nothing is loaded yet">
        Once the report is loaded, each fee in it is held against the price plan that Klarna names for it.
      </EmptyState>
    );
  if (!audit) return <FirstRead read={read} failed="The fees can't be read" />;
  const problem = check.error ?? error;
  return (
    <div className="grid gap-y-8">
      <div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pb-3 text-muted">
          <p role="status" className="min-w-0 flex-1">
            {audit.wanted ? (
              "The fees are being held against the price plans. "
            ) : audit.checked_at ? (
              <>
                Without VAT, held against the price plans <RelativeTime at={audit.checked_at} />
              </>
            ) : (
              "The fees haven't been held against the price plans yet."
            )}
            {audit.wanted && audit.checked_at && "What stands here is what was found before."}
          </p>
          <Button size="sm" icon={<RefreshCw aria-hidden />} loading={check.isPending || audit.wanted} onClick={() => check.mutate()}>
            Check again
          </Button>
        </div>
        {problem && <ProblemNotice className="mb-3" title="This couldn't be read or asked for" problem={ProblemError.of(problem).problem} />}
        {audit.checked_at && <FeeVerdict audit={audit} />}
      </div>
      {audit.checked_at && (
        <>
          <FeeReasons audit={audit} />
          <FeeMerchants first={merchants} readAt={readAt} checkedAt={audit.checked_at} />
          <DifferingFees first={lines} readAt={readAt} checkedAt={audit.checked_at} {...(account !== undefined && { account })} />
          <PlansRead plans={audit.plans} />
        </>
      )}
    </div>
  );
}
