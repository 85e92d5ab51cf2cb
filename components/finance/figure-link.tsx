import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { butInvoices, noCurrency } from "@/lib/desk/filter-words";
import type { FinanceSide } from "@/lib/desk/finance";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

/** Whose figures they are. */
export interface Place {
  readonly side: FinanceSide;
  readonly environment: Environment;
  readonly currency: string | null;
}

export interface FigureLinkProps {
  readonly place: Place;
  /** The first and the last day. */
  readonly from: string;
  readonly to: string;
  /** Which of them: all, those that don't add up, or those of which nobody can say yet; or the invoices for fees that don't. */
  readonly which?: "odd" | "open" | "odd-invoices";
  readonly children: ReactNode;
}

/** A figure that leads to the list of what it counts. */
export function FigureLink({ place: { side, environment, currency }, from, to, which, children }: FigureLinkProps) {
  const search = { from, to, currency: currency ?? noCurrency, ...(which && words[side][which]) };
  return (
    <Link href={side === "settlements" ? routes.settlements(environment, search) : routes.payouts(environment, search)} className="underline">
      {children}
    </Link>
  );
}

const words = {
  settlements: { odd: { verdict: "differs" }, open: { verdict: "unknown" }, "odd-invoices": {} },
  payouts: { odd: { proof: "odd", type: butInvoices }, open: { proof: "due", type: butInvoices }, "odd-invoices": { proof: "odd", type: "GROSS_FEE" } },
} as const;

/** The Sunday of a Monday's week. */
export function sundayOf(monday: string): string {
  return new Date(Date.parse(`${monday}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10);
}
