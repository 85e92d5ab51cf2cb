import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Period } from "@/components/ui/period";
import type { Settled, SettledSum } from "@/lib/desk/settled";
import type { Environment } from "@/lib/klarna/environment";
import { amountText } from "@/lib/money";
import { routes } from "@/lib/routes";

import { Section } from "./section";
import { loadedSentence, settledSentence } from "./settled-words";

export interface SettledSectionProps {
  readonly environment: Environment;
  readonly accountId: string;
  /** Undefined where it couldn't be read. */
  readonly settled: Settled | undefined;
}

/** What Klarna lately settled for a merchant, and the way to its newest settlement for whoever may see it. */
export function SettledSection({ environment, accountId, settled }: SettledSectionProps) {
  if (!settled)
    return (
      <Section title="Settlements">
        <p className="py-2 text-muted">What was settled couldn't be read just now. Reload the page to try again.</p>
      </Section>
    );
  const { last, sums } = settled;
  return (
    <Section title="Settlements">
      <p className="py-2">
        {settledSentence(settled)} <span className="text-muted">{loadedSentence(settled)}</span>
      </p>
      {last && (
        <DescriptionList
          items={[
            ...(sums ?? []).map((sum) => ({ term: `In ${sum.currency}`, value: <Sum sum={sum} /> })),
            {
              term: "Newest settlement",
              value: last.settlement_id ? (
                <Link className="text-accent-ink underline" href={routes.settlement(environment, last.settlement_id, "transactions", { account: accountId })}>
                  <Period from={last.period_from} to={last.period_to} />
                </Link>
              ) : (
                <Period from={last.period_from} to={last.period_to} />
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function Sum({ sum: { currency, captures, refunds, net } }: { readonly sum: SettledSum }) {
  return (
    <span className="tabular-nums">
      {amountText(BigInt(captures), currency)} captured, {amountText(-BigInt(refunds), currency)} refunded; {amountText(BigInt(net), currency)} after fees and
      all else
    </span>
  );
}
