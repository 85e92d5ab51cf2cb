import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { MonoId } from "@/components/ui/mono-id";
import { RelativeTime } from "@/components/ui/relative-time";
import type { WebhookDetail } from "@/lib/desk/webhook";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import { oddities } from "./words";

/** How an event came. */
export function WebhookFacts({ detail: { event, merchant, settlement } }: { readonly detail: WebhookDetail }) {
  const odd = oddities(event);
  return (
    <section aria-labelledby="came">
      <h2 id="came" className="border-b pb-2 font-semibold text-base">
        How it came
      </h2>
      <DescriptionList
        items={[
          { term: "Environment", value: event.environment.toUpperCase() },
          {
            term: "Merchant",
            value: event.account_id && (
              <Link className="text-accent-ink underline" href={routes.merchant(event.environment, event.account_id)}>
                {merchant ?? event.account_id}
              </Link>
            ),
          },
          ...(settlement ? [{ term: "Settlement", value: <SettlementLink environment={event.environment} settlementId={settlement.settlement_id} /> }] : []),
          { term: "Event", value: <span className="mono">{event.event_type}</span> },
          { term: "Happened", value: event.occurred_at && <RelativeTime at={event.occurred_at} /> },
          { term: "Received", value: <RelativeTime at={event.received_at} /> },
          { term: "It came", value: odd.length === 0 ? "in time, in order, once" : odd.join(", ") },
          { term: "Signature", value: "Fits the body" },
          { term: "Signing key", value: event.signing_key_id && <MonoId value={event.signing_key_id} label="signing key's id" /> },
        ]}
      />
    </section>
  );
}

function SettlementLink({ environment, settlementId }: { readonly environment: Environment; readonly settlementId: string }) {
  return (
    <Link className="wrap-anywhere mono text-accent-ink underline" href={routes.settlement(environment, settlementId)}>
      {settlementId}
    </Link>
  );
}
