import type { BookSum } from "@/lib/desk/books/month";
import { slotWords } from "@/lib/desk/books/slots";
import { amountText } from "@/lib/money";

/** What each account gets, a table for each currency with its total beneath: both sides are equal. */
export function AccountSums({ sums }: { readonly sums: readonly BookSum[] }) {
  return [...new Set(sums.map(({ currency }) => currency))].map((currency) => (
    <CurrencySums key={currency} currency={currency} sums={sums.filter((sum) => sum.currency === currency)} />
  ));
}

// Narrow enough for a dialog on a phone, where a table of the desk would become cards.
function CurrencySums({ currency, sums }: { readonly currency: string; readonly sums: readonly BookSum[] }) {
  const total = (side: "debit" | "credit") => sums.reduce((so, line) => so + BigInt(line[side]), 0n).toString();
  return (
    <table className="w-full table-fixed">
      <caption className="sr-only">What each account gets in {currency}</caption>
      <thead>
        <tr className="border-b text-muted text-xs">
          <th scope="col" className="py-1.5 text-left font-normal">
            Account, in {currency}
          </th>
          {["Debit", "Credit"].map((side) => (
            <th key={side} scope="col" className="w-32 py-1.5 text-right font-normal max-md:w-24">
              {side}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sums.map(({ slot, number, name, debit, credit }) => (
          <tr key={slot} className="border-b">
            <th scope="row" className="truncate py-1.5 text-left font-normal" title={`${number} ${name}`}>
              <span className="mono tabular-nums">{number}</span> {name}{" "}
              {name !== slotWords[slot].label && <span className="text-muted max-md:block max-md:truncate">{slotWords[slot].label}</span>}
            </th>
            <Side minor={debit} currency={currency} />
            <Side minor={credit} currency={currency} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-medium">
          <th scope="row" className="py-1.5 text-left font-medium">
            Total
          </th>
          <Side minor={total("debit")} currency={currency} />
          <Side minor={total("credit")} currency={currency} />
        </tr>
      </tfoot>
    </table>
  );
}

function Side({ minor, currency }: { readonly minor: string; readonly currency: string }) {
  return (
    <td className="py-1.5 text-right mono tabular-nums max-md:text-xs">
      {minor === "0" ? <span className="text-muted">–</span> : amountText(BigInt(minor), currency)}
    </td>
  );
}
