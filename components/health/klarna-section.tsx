import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { RelativeTime } from "@/components/ui/relative-time";
import type { KlarnaHealth, RateHealth, WebhookHealth } from "@/lib/desk/health";
import { watchWords } from "@/lib/desk/webhook-words";
import { routes } from "@/lib/routes";

import { duration, share } from "./figures";
import { HealthSection } from "./section";

export interface KlarnaSectionProps {
  readonly klarna: KlarnaHealth;
  readonly rates: readonly RateHealth[];
  readonly webhooks: WebhookHealth | undefined;
  /** Whether this person may open the webhooks' page. */
  readonly mayOpenWebhooks: boolean;
}

/** One of Klarna's environments: how it answers, how much of its rate is used, and what it tells us by itself. */
export function KlarnaSection({ klarna, rates, webhooks, mayOpenWebhooks }: KlarnaSectionProps) {
  const { environment, breaker, calls, failures, p50, p95, answered_ago } = klarna;
  const { tone, state, advice } = stateOf(klarna, webhooks);
  return (
    <HealthSection
      title={`Klarna ${environment.toUpperCase()}`}
      tone={tone}
      state={state}
      advice={advice}
      items={[
        { term: "Breaker", value: breakers[breaker] },
        { term: "Last answered", value: answered_ago === null ? "Not since the desk started" : `${duration(answered_ago)} ago` },
        ...(calls === 0
          ? [{ term: "Last five minutes", value: "Nothing was asked" }]
          : [
              { term: "Half of the answers", value: p50 === null ? "" : `within ${duration(p50)}` },
              { term: "95 of 100 answers", value: p95 === null ? "" : `within ${duration(p95)}` },
              { term: "Failed", value: `${failures} of ${calls} requests in five minutes (${share(failures, calls)})` },
            ]),
        // Nobody may take these for a worker's, which may fare otherwise.
        { term: "Measured in", value: "This web process alone; a worker tells its own in its metrics" },
        ...(webhooks ? [{ term: "Webhooks", value: <Watched webhooks={webhooks} mayOpen={mayOpenWebhooks} /> }] : []),
        { term: "Last webhook", value: webhooks?.last_at ? <RelativeTime at={webhooks.last_at} /> : "None was ever received" },
        ...(webhooks && webhooks.waiting > 0 ? [{ term: "Webhooks waiting", value: String(webhooks.waiting) }] : []),
      ]}
    >
      {rates.map(({ lane, allowed, limit, used, waiting }) => (
        <Meter
          key={lane}
          label={`Rate for ${lanes[lane] ?? lane}`}
          value={used}
          most={allowed}
          words={`${used} of ${Math.round(allowed)} a second${allowed < limit ? `, held back from ${limit}` : ""}${waiting > 0 ? ` · ${waiting} waiting` : ""}`}
        />
      ))}
    </HealthSection>
  );
}

function Watched({ webhooks, mayOpen }: { readonly webhooks: WebhookHealth; readonly mayOpen: boolean }) {
  const { tone, label, words } = watchWords(webhooks);
  return (
    <>
      <Badge tone={tone}>{label}</Badge>
      {words && <span className="mt-1 block text-pretty text-muted">{words}</span>}
      {words && mayOpen && (
        <Link href={routes.webhookAddress(webhooks.environment)} className="underline">
          Address and keys
        </Link>
      )}
    </>
  );
}

function stateOf({ breaker, calls, failures }: KlarnaHealth, webhooks: WebhookHealth | undefined) {
  if (breaker !== "closed")
    return {
      tone: "wrong",
      state: "Not answering",
      advice: "Pages show what was seen last, with its age. What is typed can be saved, and sent when Klarna answers again; what is unknown is settled then.",
    } as const;
  // What it means and what to look at stands with the webhooks.
  if (webhooks?.state === "missing") return { tone: "wrong", state: "Webhooks stay away", advice: undefined } as const;
  if (calls > 0 && failures / calls > 0.05) return { tone: "waiting", state: "Failing at times", advice: "Reads are tried again by themselves." } as const;
  if (webhooks?.state === "quiet") return { tone: "waiting", state: "Webhooks are silent", advice: undefined } as const;
  if (calls === 0) return { tone: "off", state: "Nothing asked lately", advice: undefined } as const;
  return { tone: "good", state: "Answering", advice: undefined } as const;
}

const breakers = {
  closed: "Closed: Klarna is asked",
  open: "Open: Klarna isn't asked for a moment",
  probing: "Probing: one request finds out whether Klarna is back",
} as const;

const lanes: Readonly<Record<string, string>> = {
  management: "accounts and products",
  onboarding: "onboarding",
  settlement: "settlements",
  "payouts eu": "payouts of Europe",
  "payouts na": "payouts of North America",
  "payouts oc": "payouts of Oceania",
};
