"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Keyboard, Radio } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef } from "react";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { useHelpKey } from "@/components/ui/use-help-key";
import { rowKeys, useRowKeys } from "@/components/ui/use-row-keys";
import type { WebhookFilter, WebhookPage } from "@/lib/desk/webhook";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { webhookColumns } from "./webhook-columns";

const KeyHelp = dynamic(() => import("@/components/ui/key-help").then((module) => module.KeyHelp));

export interface WebhookListProps {
  readonly filter: WebhookFilter;
  /** The first page as the server read it, and when. */
  readonly first: WebhookPage;
  readonly readAt: string;
}

/** What Klarna told the desk, and what only pretended to be Klarna: newest first, live while it is looked at. */
export function WebhookList({ filter, first, readAt }: WebhookListProps) {
  const { data, error, dataUpdatedAt, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useWebhooks(filter, first, readAt);
  const { busy, refresh } = useRefresh(refetch);
  const area = useRef<HTMLDivElement>(null);
  const [help, setHelp] = useHelpKey();
  useRowKeys(area);
  const deliveries = data.pages.flatMap((page) => page.deliveries);
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <div ref={area}>
      <div className="flex items-center gap-1">
        <div className="min-w-0 flex-1">
          <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={new Date(dataUpdatedAt).toISOString()} busy={busy} refresh={refresh}>
            {deliveries.length === 0 ? "Nothing to show" : hasNextPage ? `The latest ${deliveries.length}` : `${deliveries.length} in all`}
          </Freshness>
        </div>
        <Button variant="ghost" size="icon" aria-label="Show the keys" onClick={() => setHelp(true)} className="max-md:hidden">
          <Keyboard aria-hidden />
        </Button>
      </div>
      <div className="mt-1">
        <Table
          caption="What came, newest first"
          columns={webhookColumns}
          rows={deliveries}
          rowKey={({ id }) => id}
          rowHref={({ id }) => routes.webhook(id)}
          empty={
            <EmptyState icon={<Radio aria-hidden />} title={filtered ? "Nothing came that fits" : "Nothing has come yet"}>
              {filtered
                ? "Show all, or choose otherwise."
                : "Once Klarna knows this desk's address, everything it announces is listed here, and so is what was refused."}
            </EmptyState>
          }
        />
      </div>
      {hasNextPage && (
        <Button className="mt-4" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
      {help && <KeyHelp groups={webhookKeys} open onOpen={setHelp} />}
    </div>
  );
}

const webhookKeys = [{ title: "In the list", keys: rowKeys("delivery") }];

function useWebhooks(filter: WebhookFilter, first: WebhookPage, readAt: string) {
  return useInfiniteQuery({
    queryKey: ["webhooks", "pages", filter],
    queryFn: ({ pageParam, signal }) =>
      send<WebhookPage>("/api/desk/webhooks", { search: { ...filter, ...(pageParam !== "" && { after: pageParam }) }, signal }),
    initialPageParam: "",
    getNextPageParam: (page: WebhookPage) => page.next,
    initialData: { pages: [first], pageParams: [""] },
    initialDataUpdatedAt: Date.parse(readAt),
    // A test event that somebody has just sent should be seen to arrive.
    refetchInterval: 3_000,
  });
}
