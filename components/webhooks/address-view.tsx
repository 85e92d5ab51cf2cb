"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";

import { Freshness } from "@/components/operation/freshness";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { WebhookAddress } from "@/lib/desk/webhook-address";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";

import { ByHand } from "./by-hand";
import { KeyList } from "./key-list";
import { NextStepNotice } from "./next-step-notice";
import { TestEvent } from "./test-event";
import { useAct } from "./use-act";

export interface AddressViewProps {
  readonly environment: Environment;
  readonly eventTypes: readonly string[];
  readonly mayAct: boolean;
}

/** How the desk is registered with an environment: its address, its keys, what to do next, and a test of the way. */
export function AddressView({ environment, eventTypes, mayAct }: AddressViewProps) {
  const client = useQueryClient();
  const { data, error, dataUpdatedAt, isFetching, refetch } = useQuery({
    ...readDesk<WebhookAddress>("webhooks/address", { environment }),
    retry: false,
    refetchInterval: 30_000,
  });
  const act = useAct(data, (after) => client.setQueryData(readDesk("webhooks/address", { environment }).queryKey, after));
  const problem = error ? ProblemError.of(error).problem : data && !data.by_hand ? (data.problem ?? undefined) : undefined;
  return (
    <>
      <Freshness problem={problem} at={dataUpdatedAt ? new Date(dataUpdatedAt).toISOString() : null} busy={isFetching} refresh={() => void refetch()}>
        {data ? "As Klarna has it now" : "Asking Klarna …"}
      </Freshness>
      {!data && !error && (
        <div className="mt-6">
          <LinesSkeleton lines={8} />
        </div>
      )}
      {data && (
        <div className="mt-4 grid gap-8">
          {data.fault && (
            <Notice tone="wrong" title="Klarna can't deliver to this desk">
              {data.fault}
            </Notice>
          )}
          <NextStepNotice address={data} act={act} mayAct={mayAct} />
          <section aria-labelledby="address">
            <h2 id="address" className="border-b pb-2 font-semibold text-base">
              Address
            </h2>
            <p className="wrap-anywhere pt-3">
              <span className="font-mono text-[13px]">{data.url}</span> <CopyButton value={data.url} label="address" />
            </p>
            {data.others > 0 && (
              <p className="mt-1 text-muted">
                Klarna has {data.others === 1 ? "one more webhook" : `${data.others} more webhooks`} for other addresses; the desk leaves them alone.
              </p>
            )}
          </section>
          {data.by_hand && <ByHand address={data} eventTypes={eventTypes} />}
          <KeyList address={data} act={act} mayAct={mayAct} />
          {mayAct && data.webhook && <TestEvent address={data} eventTypes={eventTypes} />}
        </div>
      )}
    </>
  );
}
