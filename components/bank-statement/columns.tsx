import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { Column } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";
import type { Match, Payable, Verdict } from "@/lib/desk/bank-statement/match";
import type { Environment } from "@/lib/klarna/environment";
import { amountText, exponentOf, minorUnits, moneyText } from "@/lib/money";
import { routes } from "@/lib/routes";

/** A statement's line beside what it pays. */
export function matchColumns(environment: Environment): readonly Column<Match>[] {
  return [
    { key: "line", header: "Line", width: "w-[6%]", least: 3.5, cell: ({ line }) => String(line.line) },
    { key: "date", header: "Day", width: "w-28", cell: ({ line }) => line.date ?? "" },
    { key: "text", header: "What the bank says", least: 10, cell: ({ line }) => line.text },
    { key: "bank", header: "Bank", numeric: true, width: "w-[12%]", least: 7.5, cell: ({ line }) => bankAmount(line.amount, line.currency) },
    {
      key: "payable",
      header: "Klarna",
      width: "w-[19%]",
      least: 9,
      cell: ({ payable }) => payable && <PayableLink environment={environment} payable={payable} />,
    },
    { key: "desk", header: "Klarna says", numeric: true, width: "w-[12%]", least: 7.5, cell: ({ payable }) => payable && deskAmount(payable) },
    { key: "verdict", header: "Result", width: "w-[20%]", least: 12, cell: (match) => <VerdictBadge {...match} /> },
  ];
}

/** What isn't on a statement. */
export function payableColumns(environment: Environment): readonly Column<Payable>[] {
  return [
    { key: "id", header: "Klarna", cell: (payable) => <PayableLink environment={environment} payable={payable} /> },
    { key: "date", header: "Paid out", width: "w-64", cell: payoutWords },
    { key: "amount", header: "Amount", numeric: true, width: "w-44", cell: deskAmount },
  ];
}

/** When; of what Klarna hasn't said that of, what it has said. */
function payoutWords({ payout, date }: Payable): string {
  const day = date?.slice(0, 10) ?? "";
  if (payout === "paid") return day;
  return `${payout === "on-its-way" ? "On its way" : "Klarna names no payout"}; settled up to ${day}`;
}

function PayableLink({ environment, payable: { kind, id, payout } }: { readonly environment: Environment; readonly payable: Payable }) {
  return (
    <>
      <Link href={kind === "settlement" ? routes.settlement(environment, id) : routes.payout(environment, id)} className="wrap-anywhere underline">
        {id}
      </Link>
      {payout === "invoice" && <span className="block text-muted">Invoice for fees: paid to Klarna</span>}
    </>
  );
}

function VerdictBadge({ verdict, difference, payable }: Match) {
  const { tone, label } = verdicts[verdict];
  if (difference === undefined || !payable?.currency) return <Badge tone={tone}>{label}</Badge>;
  return <Badge tone={tone}>{`${moneyText(difference < 0n ? -difference : difference, payable.currency)} ${difference < 0n ? "short" : "too much"}`}</Badge>;
}

const verdicts: Record<Verdict, { readonly tone: Tone; readonly label: string }> = {
  matched: { tone: "good", label: "Matched" },
  differs: { tone: "wrong", label: "Amount differs" },
  twice: { tone: "wrong", label: "On the statement twice" },
  "other-currency": { tone: "wrong", label: "Another currency" },
  "not-compared": { tone: "waiting", label: "Found, amount not compared" },
  "not-found": { tone: "off", label: "Not found" },
};

/** As the statement has it, with the currency's decimals, so that columns can be read down. */
function bankAmount(amount: string | undefined, currency: string | undefined): string {
  if (amount === undefined) return "";
  const usual = currency ?? "EUR";
  const [whole = "", decimals = ""] = amount.split(".");
  const minor = minorUnits(`${whole}${decimals.padEnd(exponentOf(usual), "0")}`);
  const written = minor === undefined || decimals.length > exponentOf(usual) ? amount : amountText(minor, usual);
  return currency ? `${currency} ${written}` : written;
}

function deskAmount({ amount, currency }: Payable): string {
  const minor = minorUnits(amount);
  return minor === undefined || currency === null ? "Not known yet" : moneyText(minor, currency);
}
