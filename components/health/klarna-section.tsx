import { Meter } from "@/components/ui/meter";
import { RelativeTime } from "@/components/ui/relative-time";
import type { KlarnaHealth, RateHealth, WebhookHealth } from "@/lib/desk/health";

import { duration, share } from "./figures";
import { HealthSection } from "./section";

export interface KlarnaSectionProps {
  readonly klarna: KlarnaHealth;
  readonly rates: readonly RateHealth[];
  readonly webhooks: WebhookHealth | undefined;
}

/** One of Klarna's environments: how it answers, how much of its rate is used, and what it tells us by itself. */
export function KlarnaSection({ klarna, rates, webhooks }: KlarnaSectionProps) {
  const { environment, breaker, calls, failures, p50, p95, answered_ago } = klarna;
  const { tone, state, advice } = stateOf(klarna);
  return (
    <HealthSection
      title={`Klarna ${environment.toUpperCase()}`}
      tone={tone}
      state={state}
      advice={advice}
      items={[
        { term: "Breaker", value: breakers[breaker] },
        { term: "Last answered", value: answered_ago === null ? "Not since the desk started" : `${duration(answered_ago)} ago` },
        { term: "Half of the answers", value: p50 === null ? "Nothing was asked in five minutes" : `within ${duration(p50)}` },
        ...(p95 === null ? [] : [{ term: "95 of 100", value: `within ${duration(p95)}` }]),
        { term: "Failed", value: calls === 0 ? "Nothing was asked in five minutes" : `${failures} of ${calls} requests (${share(failures, calls)})` },
        {
          term: "Last webhook",
          value: webhooks?.received_at ? <RelativeTime at={webhooks.received_at} /> : "None was ever received",
        },
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

function stateOf({ breaker, calls, failures }: KlarnaHealth) {
  if (breaker !== "closed")
    return {
      tone: "wrong",
      state: "Not answering",
      advice: "Pages show what was seen last, with its age. What is typed can be saved, and sent when Klarna answers again; what is unknown is settled then.",
    } as const;
  if (calls > 0 && failures / calls > 0.05) return { tone: "waiting", state: "Failing at times", advice: "Reads are tried again by themselves." } as const;
  return { tone: "good", state: calls === 0 ? "Nothing asked lately" : "Answering", advice: undefined } as const;
}

const breakers = {
  closed: "Closed: Klarna is asked",
  open: "Open: Klarna isn't asked for a moment",
  probing: "Probing: one request finds out whether Klarna is back",
} as const;

const lanes: Readonly<Record<string, string>> = { management: "accounts and products", onboarding: "onboarding", settlement: "settlements" };
