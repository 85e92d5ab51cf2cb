import type { ReactNode } from "react";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import type { PayoutFile } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";
import type { Totals } from "@/lib/klarna/payouts-api/equation";
import { routes } from "@/lib/routes";

import { Amount } from "./amount";

export interface DebtProps {
  readonly environment: Environment;
  readonly payout: PayoutFile;
  readonly totals: Totals;
}

/** The debt before and after, whether this payout changed it as it says, and whether it begins where the last one ended. */
export function Debt({ environment, payout: { before, currency }, totals }: DebtProps) {
  const { opening_debt_balance_amount: opening, closing_debt_balance_amount: closing, repay_amount: repaid = 0n, deposit_amount: deposited = 0n } = totals;
  if ([opening, closing, repaid, deposited].every((amount) => (amount ?? 0n) === 0n) && !Number(before?.closing_debt ?? 0)) return null;
  const amount = (minor: bigint | undefined): ReactNode => <Amount minor={minor?.toString() ?? null} currency={currency} named />;
  const kept = opening !== undefined && closing !== undefined ? closing === opening - repaid + deposited : undefined;
  return (
    <section aria-labelledby="debt" className="mt-8 max-w-xl">
      <h2 id="debt" className="mb-1 font-semibold text-base">
        Debt
      </h2>
      <DescriptionList
        items={[
          { term: "Before", value: amount(opening) },
          { term: "Paid off by this payout", value: amount(repaid) },
          { term: "Moved to the debt", value: amount(deposited) },
          { term: "After", value: amount(closing) },
          {
            term: "Within this payout",
            value: kept === undefined ? "Not known" : kept ? "Agrees" : "Doesn't agree: before, less what is paid off, plus what is moved isn't after",
          },
          { term: "With the payout before", value: chainWords() },
        ]}
      />
    </section>
  );

  function chainWords(): ReactNode {
    if (!before) return "Not known: the desk has no payout before this one";
    const link = (
      <Link href={routes.payout(environment, before.payment_reference)} className="underline">
        {before.payment_reference}
      </Link>
    );
    if (before.closing_debt === null || opening === undefined) return <>Not known: {link} says nothing of its debt</>;
    if (BigInt(before.closing_debt) === opening) return <>Agrees with {link}</>;
    return (
      <>
        {link} ended with {amount(BigInt(before.closing_debt))}. Unless Klarna has invoiced the difference, a payout between the two is missing.
      </>
    );
  }
}
