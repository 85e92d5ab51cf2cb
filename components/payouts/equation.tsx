import clsx from "clsx";

import { withinSentence } from "@/components/ui/within-sentence";
import type { PayoutFile } from "@/lib/desk/payout";
import { comesTo, type Equation as Solved, solve, type Totals, terms } from "@/lib/klarna/payouts-api/equation";

import { Amount } from "./amount";
import { ProblemHint } from "./problem-hint";
import { settlementWords, totalWords } from "./words";

export interface EquationProps {
  readonly payout: PayoutFile;
  readonly totals: Totals;
}

/** Why a payout is what it is: each part with its sign, and what it comes to, against what is paid out. */
export function Equation({ payout: { currency, settlement_type }, totals }: EquationProps) {
  const solved = solve(totals, settlement_type);
  const form = solved.kind === "unknown" ? { without: [], invoiced: false } : solved.form;
  const parts = terms.filter(({ total }) => (totals[total] ?? 0n) !== 0n);
  const [counted, apart] = [parts.filter(({ total }) => !form.without.includes(total)), parts.filter(({ total }) => form.without.includes(total))];
  const direction = form.invoiced ? -1n : 1n;
  return (
    <section aria-labelledby="equation" className="mt-8">
      <h2 id="equation" className="mb-1 font-semibold text-base">
        Why it is this amount
      </h2>
      <p className="mb-2 max-w-prose text-pretty text-muted">
        {settlementWords(settlement_type).hint} {formWords(solved)}
      </p>
      <table className="w-full max-w-xl">
        <caption className="sr-only">What goes into this payout, in {currency ?? "its currency"}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {counted.map(({ total, sign }) => (
            <Line key={total} label={totalWords[total]} minor={BigInt(sign) * (totals[total] ?? 0n) * direction} currency={currency} />
          ))}
          <Line label="Comes to" minor={comesTo(totals, form)} currency={currency} strong />
          <Line label={settlement_type === "GROSS_FEE" ? "Invoiced" : "Paid out"} minor={totals.settlement_amount} currency={currency} strong />
          {solved.kind === "open" && <Line label="Difference, unexplained" minor={solved.gap} currency={currency} wrong />}
          {apart.map(({ total }) => (
            <Line key={total} label={`${totalWords[total]}, not in it`} minor={totals[total]} currency={currency} faint />
          ))}
        </tbody>
      </table>
      {solved.kind === "open" && (
        <ProblemHint>What Klarna says it paid out isn't what its own totals come to. Ask Klarna's support, with the payment reference.</ProblemHint>
      )}
    </section>
  );
}

interface LineProps {
  readonly label: string;
  readonly minor: bigint | undefined;
  readonly currency: string | null;
  readonly strong?: boolean;
  readonly wrong?: boolean;
  readonly faint?: boolean;
}

function Line({ label, minor, currency, strong = false, wrong = false, faint = false }: LineProps) {
  return (
    <tr className={clsx(strong && "font-semibold", wrong && "text-wrong", faint && "text-muted")}>
      <th scope="row" className={clsx("border-b py-2 pr-4 text-left", strong || wrong ? "font-semibold" : "font-normal")}>
        {label}
      </th>
      <td className="border-b py-2 text-right">
        <Amount minor={minor?.toString() ?? null} currency={currency} />
      </td>
    </tr>
  );
}

/** By which form it was proved, in words. */
function formWords(solved: Solved): string {
  if (solved.kind === "unknown") return "There is no amount to prove it by.";
  if (solved.kind === "open") return "It adds up by no form that is known.";
  if (solved.form.invoiced) return "It adds up as an invoice: fees and VAT, to be paid by the merchant.";
  if (solved.form.without.length === 0) return "It adds up with all of its parts.";
  const names = solved.form.without.map((total) => withinSentence(totalWords[total])).join(", ");
  return solved.usual ? `It adds up without ${names}, as it should.` : `It adds up only without ${names}, which isn't what this kind should do.`;
}
