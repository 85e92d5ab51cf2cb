import { CopyButton } from "@/components/ui/copy-button";
import type { WebhookAddress } from "@/lib/desk/webhook-address";

/** What to enter at Klarna where the desk may not do it itself. */
export function ByHand({ address, eventTypes }: { readonly address: WebhookAddress; readonly eventTypes: readonly string[] }) {
  return (
    <section aria-labelledby="by-hand">
      <h2 id="by-hand" className="border-b pb-2 font-semibold text-base">
        What to enter at Klarna
      </h2>
      <ol className="wrap-anywhere mt-3 grid max-w-prose list-decimal gap-2 pl-5">
        <li>Make a signing key, and enter its id and secret here, by “Enter a key by hand”. The desk accepts it at once.</li>
        <li>
          Make a webhook to <span className="break-all mono">{address.url}</span> <CopyButton value={address.url} label="address" /> with that key and the event
          version <span className="mono">v2</span>, for these events:
          <ul className="mt-1 grid gap-0.5 mono">
            {eventTypes.map((type) => (
              <li key={type} className="break-all">
                {type}
              </li>
            ))}
          </ul>
        </li>
        <li>To rotate the key later, enter the new one here first, then switch the webhook to it, and retire the old one here when it is no longer used.</li>
      </ol>
    </section>
  );
}
