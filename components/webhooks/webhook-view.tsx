"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import { StateBadge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import type { WebhookDetail } from "@/lib/desk/webhook";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { WebhookChanges } from "./webhook-changes";
import { WebhookFacts } from "./webhook-facts";
import { eventWords, standing } from "./words";

export interface WebhookViewProps {
  readonly first: WebhookDetail;
  readonly readAt: string;
  readonly mayReprocess: boolean;
}

/** One event: how it came, what it held, what it changed. */
export function WebhookView({ first, readAt, mayReprocess }: WebhookViewProps) {
  const { event } = first;
  const client = useQueryClient();
  const path = `webhooks/${event.id}`;
  const {
    data: detail,
    error,
    dataUpdatedAt,
    refetch,
  } = useQuery({
    ...readDesk<WebhookDetail>(path),
    initialData: first,
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 1_500 : 15_000),
  });
  const { busy, refresh } = useRefresh(refetch);
  const reprocess = useMutation<void>({
    mutationFn: () => send(`/api/desk/${path}/reprocess`, { method: "POST", body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["webhooks", path] }),
  });
  const seenAt = new Date(dataUpdatedAt).toISOString();
  const title = eventWords(event.event_type);
  const what = event.account_id ? (first.settlement ? "account and report" : "the account") : first.settlement && "the report";
  return (
    <>
      <PageHeader
        title={title}
        aside={<StateBadge {...standing(detail.event)} />}
        breadcrumb={<Breadcrumb items={[{ label: "Webhooks", href: routes.webhooks() }, { label: title }]} />}
        actions={
          mayReprocess &&
          what && (
            <Button icon={<RotateCw aria-hidden />} loading={reprocess.isPending} onClick={() => reprocess.mutate()}>
              Read {what} again
            </Button>
          )
        }
      />
      {reprocess.error && <ProblemNotice className="mb-6" title="Nothing is read again" problem={ProblemError.of(reprocess.error).problem} />}
      <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={seenAt} busy={busy} refresh={refresh}>
        Read from the desk's records <RelativeTime at={seenAt} />
      </Freshness>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-x-10 gap-y-8 max-lg:grid-cols-1">
        <WebhookFacts detail={detail} />
        <WebhookChanges detail={detail} />
      </div>
      <section aria-labelledby="held" className="mt-8">
        <h2 id="held" className="border-b pb-2 font-semibold text-base">
          What it held
        </h2>
        <p className="mt-2 max-w-prose text-muted">Shown are the fields that the desk knows and that hold nothing personal; ••• stands for the rest.</p>
        {detail.shown === null ? (
          <p className="mt-3">It was kept under a data key that this desk no longer has, so it can't be shown.</p>
        ) : (
          <pre className="wrap-anywhere mt-3 whitespace-pre-wrap rounded border bg-sunken p-3 mono leading-5">{detail.shown}</pre>
        )}
      </section>
    </>
  );
}

/** Whether something is about to change because of it. */
function isUnderWay({ event, settlement }: WebhookDetail): boolean {
  return (event.account_id !== null && event.processed_at === null) || settlement?.report === "wanted" || settlement?.report === "loading";
}
