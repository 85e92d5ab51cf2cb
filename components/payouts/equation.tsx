import clsx from "clsx";

import type { PayoutFile } from "@/lib/desk/payout";
import { type Totals, terms } from "@/lib/klarna/payouts-api/equation";

import { Amount } from "./amount";
import { ProblemHint } from "./problem-hint";
import { settlementWords, totalWords } from "./words";

export interface EquationProps {
  readonly payout: PayoutFile;
  readonly totals: Totals;
}

/** Why a payout is what it is: each part with its sign, and what it comes to, against what is paid out. */
export function Equation({ payout, totals }: EquationProps) {
  const { currency, proof, settlement_type } = payout;
  const left = new Set(proof?.without ?? []);
  const parts = terms.filter(({ total }) => (totals[total] ?? 0n) !== 0n);
  const [counted, apart] = [parts.filter(({ total }) => !left.has(total)), parts.filter(({ total }) => left.has(total))];
  const sum = counted.reduce((so, { total, sign }) => so + BigInt(sign) * (totals[total] ?? 0n), 0n) * (proof?.invoiced ? -1n : 1n);
  return (
    <section aria-labelledby="equation" className="mt-6">
      <h2 id="equation" className="mb-1 font-semibold text-base">
        Why it is this amount
      </h2>
      <p className="mb-2 max-w-prose text-pretty text-muted">
        {settlementWords(settlement_type).hint} {formWords(proof)}
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
            <Line
              key={total}
              label={totalWords[total]}
              minor={String(BigInt(sign) * (totals[total] ?? 0n) * (proof?.invoiced ? -1n : 1n))}
              currency={currency}
            />
          ))}
          <Line label="Comes to" minor={sum.toString()} currency={currency} strong />
          <Line
            label={settlement_type === "GROSS_FEE" ? "Invoiced" : "Paid out"}
            minor={totals.settlement_amount?.toString() ?? null}
            currency={currency}
            strong
          />
          {proof?.equation === "differs" && <Line label="Difference, unexplained" minor={proof.gap} currency={currency} wrong />}
          {apart.map(({ total }) => (
            <Line key={total} label={`${totalWords[total]}, not in it`} minor={totals[total]?.toString() ?? null} currency={currency} faint />
          ))}
        </tbody>
      </table>
      {proof?.equation === "differs" && (
        <ProblemHint>What Klarna says it paid out isn't what its own totals come to. Ask Klarna's support with the payment reference.</ProblemHint>
      )}
    </section>
  );
}

interface LineProps {
  readonly label: string;
  readonly minor: string | null;
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
        <Amount minor={minor} currency={currency} />
      </td>
    </tr>
  );
}

/** By which form it was proved, in words. */
function formWords(proof: PayoutFile["proof"]): string {
  if (!proof) return "Its lines are still to be read; then it is proved.";
  if (proof.equation === "unknown") return "There is no amount to prove it by.";
  if (proof.invoiced) return "It adds up as an invoice: fees and VAT, to be paid by the merchant.";
  const names = proof.without.map((name) => (totalWords as Readonly<Record<string, string>>)[name]?.toLowerCase() ?? name).join(", ");
  if (proof.equation === "differs") return "It adds up by no form that is known.";
  if (proof.without.length === 0) return "It adds up with all of its parts.";
  return proof.equation === "closes" ? `It adds up without ${names}, as it should.` : `It adds up only without ${names}, which isn't what this kind should do.`;
}
