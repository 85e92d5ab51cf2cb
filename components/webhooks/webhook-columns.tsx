import { StateBadge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Column } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { WebhookDelivery } from "@/lib/desk/webhook";

import { deliveryWords, oddities, standing } from "./words";

/** The columns of what came. */
export const webhookColumns: readonly Column<WebhookDelivery>[] = [
  { key: "what", header: "What came", least: 11, cell: (delivery) => <Truncated text={deliveryWords(delivery)} /> },
  { key: "environment", header: "Environment", width: "w-[11%]", least: 6.5, cell: ({ environment }) => environment.toUpperCase() },
  { key: "account", header: "Account", width: "w-[15%]", least: 8, wideOnly: true, cell: (delivery) => <Account delivery={delivery} /> },
  { key: "standing", header: "Standing", width: "w-[18%]", least: 9.5, cell: (delivery) => <StateBadge {...standing(delivery)} /> },
  { key: "odd", header: "How it came", width: "w-[20%]", least: 9, cell: (delivery) => <Oddities delivery={delivery} /> },
  { key: "at", header: "Received", width: "w-[14%]", least: 6.5, cell: ({ received_at }) => <Received at={received_at} /> },
];

const none = <span className="text-muted">–</span>;

/** The ends of ids tell them apart. */
function Account({ delivery }: { readonly delivery: WebhookDelivery }) {
  const id = delivery.kind === "event" ? delivery.account_id : null;
  if (id === null) return none;
  return (
    <span title={id} className="mono">
      <span className="sr-only">{id}</span>
      <span aria-hidden>…{id.slice(id.lastIndexOf(":") + 1).slice(-12)}</span>
    </span>
  );
}

function Oddities({ delivery }: { readonly delivery: WebhookDelivery }) {
  if (delivery.kind === "refusal") return delivery.more > 0 ? <span className="text-muted">and {delivery.more.toLocaleString("en")} more</span> : none;
  const odd = oddities(delivery);
  return odd.length === 0 ? <span className="text-muted">in time</span> : <Truncated text={odd.join(", ")} />;
}

function Received({ at }: { readonly at: string }) {
  return (
    <span className="text-muted">
      <RelativeTime at={at} />
    </span>
  );
}
