import clsx from "clsx";
import { Link } from "@/components/ui/link";

import type { PayoutFile } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";
import { lineWords } from "@/lib/klarna/payouts-api/kinds";
import { routes } from "@/lib/routes";

export interface TypeLinksProps {
  readonly environment: Environment;
  readonly payout: PayoutFile;
  readonly chosen: string | undefined;
}

/** The lines' types to choose from, those that the desk doesn't know included. */
export function TypeLinks({ environment, payout: { sums, payment_reference }, chosen }: TypeLinksProps) {
  const types = [...new Set(sums.map(({ type }) => type))].filter((type) => type !== "");
  if (types.length < 2) return null;
  const count = (type?: string) => sums.filter((sum) => type === undefined || sum.type === type).reduce((so, { lines }) => so + lines, 0);
  return (
    <nav aria-label="Types of lines" className="mb-3 flex flex-wrap gap-2">
      {[undefined, ...types].map((type) => (
        <Link
          key={type ?? "all"}
          href={`${routes.payout(environment, payment_reference, type ? { type } : {})}#lines`}
          aria-current={chosen === type ? "true" : undefined}
          className={clsx(
            "rounded-full border px-3 py-1 text-xs max-md:py-2",
            chosen === type ? "border-accent-line bg-accent-soft font-medium text-accent-ink" : "text-muted hover:bg-hover",
          )}
        >
          {type === undefined ? "All" : (lineWords(type, null) ?? type)} <span className="tabular-nums">{count(type).toLocaleString("en")}</span>
        </Link>
      ))}
    </nav>
  );
}
