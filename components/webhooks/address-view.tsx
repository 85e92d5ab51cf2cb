"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";

import { Freshness } from "@/components/operation/freshness";
import { useFailure } from "@/components/operation/use-failure";
import { useRefresh } from "@/components/operation/use-refresh";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import type { KnownAddress, WebhookAddress } from "@/lib/desk/webhook-address";
import { readDesk } from "@/lib/query/read";

import { ByHand } from "./by-hand";
import { KeyList } from "./key-list";
import { NextStepNotice } from "./next-step-notice";
import { TestEvent } from "./test-event";
import { useAct } from "./use-act";

export interface AddressViewProps {
  /** What the server knew without Klarna, and when. */
  readonly known: KnownAddress;
  readonly readAt: string;
  readonly eventTypes: readonly string[];
  readonly mayAct: boolean;
}

/** How the desk is registered with an environment: its address, its keys, what to do next, and a test of the way. What only Klarna knows comes later, into its place. */
export function AddressView({ known, readAt, eventTypes, mayAct }: AddressViewProps) {
  const { environment } = known;
  const client = useQueryClient();
  const read = useQuery({
    ...readDesk<WebhookAddress>("webhooks/address", { environment }),
    retry: false,
    refetchInterval: 30_000,
  });
  const { data, dataUpdatedAt, isFetching, isPending, refetch } = read;
  const failure = useFailure(read);
  const { busy, refresh } = useRefresh(refetch);
  const act = useAct(data, (after) => client.setQueryData(readDesk("webhooks/address", { environment }).queryKey, after));
  const problem = failure ?? (data && !data.by_hand ? (data.problem ?? undefined) : undefined);
  const { url, fault } = data ?? known;
  return (
    <>
      <Freshness problem={problem} at={dataUpdatedAt ? new Date(dataUpdatedAt).toISOString() : readAt} busy={busy || (isPending && !failure)} refresh={refresh}>
        {data ? "As Klarna has it now" : "Asking Klarna …"}
      </Freshness>
      <div className="mt-4 grid gap-8">
        {fault && (
          <Notice tone="wrong" title="Klarna can't deliver to this desk">
            {fault}
          </Notice>
        )}
        <NextStepNotice environment={environment} address={data} asking={isFetching && !failure} act={act} mayAct={mayAct} />
        <section aria-labelledby="address">
          <h2 id="address" className="border-b pb-2 font-semibold text-base">
            Address
          </h2>
          <p className="flex items-center gap-1 pt-3">
            <span className="min-w-0 break-all mono">{url}</span> <CopyButton value={url} label="address" />
          </p>
        </section>
        <div>
          <KeyList known={known} address={data} act={act} mayAct={mayAct} />
          {data && data.others > 0 && (
            <p className="mt-3 text-muted">
              Klarna has {data.others === 1 ? "one more webhook" : `${data.others} more webhooks`} for other addresses; the desk leaves them alone.
            </p>
          )}
        </div>
        {data?.by_hand && <ByHand address={data} eventTypes={eventTypes} />}
        {mayAct && data?.webhook && <TestEvent address={data} eventTypes={eventTypes} />}
      </div>
    </>
  );
}
