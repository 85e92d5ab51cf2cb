import type { Metadata } from "next";

import { PageHeader } from "@/components/ui/page-header";
import { WatchLine } from "@/components/webhooks/watch-line";
import { WebhookFilters } from "@/components/webhooks/webhook-filters";
import { WebhookList } from "@/components/webhooks/webhook-list";
import { eventTypes } from "@/lib/klarna/notifications/events";
import { allowed, connectedEnvironments, signedInWith } from "@/lib/server/page";
import { filterIn } from "@/lib/server/webhooks/filter";
import { listWebhooks } from "@/lib/server/webhooks/list";
import { watchWebhooks } from "@/lib/server/webhooks/watch";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage({ searchParams }: PageProps<"/settings/webhooks">) {
  await signedInWith("webhooks:read");
  const filter = filterIn(await searchParams);
  const readAt = new Date().toISOString();
  const environments = connectedEnvironments();
  const [first, watches, maySet] = await Promise.all([listWebhooks(filter), Promise.all(environments.map(watchWebhooks)), allowed("webhooks:write")]);
  const types = filter.type && !eventTypes.some((type) => type === filter.type) ? [...eventTypes, filter.type] : eventTypes;
  return (
    <>
      <PageHeader
        title="Webhooks"
        description="What Klarna tells this desk. Each event makes the desk read its account again; what an event says itself is never believed."
      />
      <section aria-label="How they stand" className="mb-8 border-t">
        {watches.map((watch) => (
          <WatchLine key={watch.environment} watch={watch} readAt={readAt} maySet={maySet} />
        ))}
      </section>
      <WebhookFilters filter={filter} environments={environments} types={types} />
      <div className="mt-3">
        <WebhookList key={JSON.stringify(filter)} filter={filter} first={first} readAt={readAt} />
      </div>
    </>
  );
}
