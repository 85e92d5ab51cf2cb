import { StateBadge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DescriptionList } from "@/components/ui/description-list";
import { MonoId } from "@/components/ui/mono-id";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import type { WebhookRefusal } from "@/lib/desk/webhook";
import { routes } from "@/lib/routes";

import { deliveryWords, standing } from "./words";

/** One refused delivery: why, and the little of it that can be kept safely. */
export function RefusalView({ refusal }: { readonly refusal: WebhookRefusal }) {
  const title = deliveryWords(refusal);
  const { hint, ...badge } = standing(refusal);
  return (
    <>
      <PageHeader
        title={title}
        aside={<StateBadge {...badge} hint={hint} />}
        breadcrumb={<Breadcrumb items={[{ label: "Webhooks", href: routes.webhooks() }, { label: title }]} />}
        description={hint}
      />
      <section aria-label="What is known of it" className="max-w-2xl border-t">
        <DescriptionList
          items={[
            { term: "Sent to", value: refusal.environment.toUpperCase() },
            { term: "Received", value: <RelativeTime at={refusal.received_at} /> },
            { term: "Signing key it named", value: refusal.signing_key_id && <MonoId value={refusal.signing_key_id} label="signing key's id" /> },
            { term: "Length", value: refusal.length === null ? "Not read to its end" : `${refusal.length.toLocaleString("en")} bytes` },
            { term: "SHA-256 of its body", value: refusal.digest && <MonoId value={refusal.digest} label="digest" /> },
            {
              term: "Others",
              value: refusal.more === 0 ? "None before it that isn't listed" : `${refusal.more.toLocaleString("en")} more since the one before it in the list`,
            },
          ]}
        />
        <p className="mt-4 max-w-prose text-muted">
          If it was Klarna's, Klarna sends it again for most of a day. Of what it said nothing was believed, and nothing else was kept.
        </p>
      </section>
    </>
  );
}
