"use client";

import { useQuery } from "@tanstack/react-query";
import { Link } from "@/components/ui/link";

import type { SettlementDetail, SettlementLine } from "@/lib/desk/settlement";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { written } from "./amount";
import { kindWords } from "./words";

export interface GapCandidatesProps {
  readonly settlement: SettlementDetail;
  readonly part: string;
  readonly gap: string;
}

/** The transactions of which one would explain a gap. */
export function GapCandidates({ settlement: { environment, settlement_id, currency, loaded }, part, gap }: GapCandidatesProps) {
  const asked = readDesk<{ lines: readonly SettlementLine[]; more: boolean }>(`settlements/${encodeURIComponent(settlement_id)}/candidates`, {
    environment,
    part,
  });
  // Those of another report explain nothing of this one.
  const { data, error } = useQuery({ ...asked, queryKey: [...asked.queryKey, loaded?.sha256] });
  if (error) return <p className="mt-1">The transactions that may be behind it can't be read at the moment.</p>;
  if (!data) return <p className="mt-1">Looking for transactions that may be behind it …</p>;
  if (data.lines.length === 0)
    return (
      <p className="mt-1">
        {gap.startsWith("-") ? "No transaction alone would explain it: one may be missing from the report." : "No transaction alone would explain it."}
      </p>
    );
  return (
    <div className="mt-1">
      <p>
        {part === "vat_amount"
          ? "Each of these, taxed at another rate of this report, would explain it:"
          : "Each of these, counted once less, would explain it:"}
      </p>
      <ul className="mt-1 grid gap-1">
        {data.lines.map((line) => (
          <li key={line.line} className="wrap-anywhere">
            <Link href={routes.settlement(environment, settlement_id, "transactions", { reference: line.payment_id })} className="mono text-ink underline">
              Line {line.line}
            </Link>{" "}
            {kindWords(line.type, line.detailed_type)}, {currency && written(line.amount, currency)}
            {line.tax !== null && currency && `, tax ${written(line.tax, currency)} at ${(line.tax_rate ?? 0) / 100}%`}
            {line.reference && `, ${line.reference}`}
            {line.merchant && `, ${line.merchant}`}
          </li>
        ))}
      </ul>
      {data.more && <p className="mt-1">And more of the same.</p>}
    </div>
  );
}
