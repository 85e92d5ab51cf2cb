"use client";

import { useQuery } from "@tanstack/react-query";
import { FailedRead } from "@/components/operation/failed-read";
import { useFailure } from "@/components/operation/use-failure";
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

interface Found {
  readonly lines: readonly SettlementLine[];
  readonly more: boolean;
}

/** The transactions of which one would explain a gap. */
export function GapCandidates(props: GapCandidatesProps) {
  const { environment, settlement_id, loaded } = props.settlement;
  const { part } = props;
  const asked = readDesk<Found>(`settlements/${encodeURIComponent(settlement_id)}/candidates`, {
    environment,
    part,
  });
  // Those of another report explain nothing of this one.
  const read = useQuery({ ...asked, queryKey: [...asked.queryKey, loaded?.sha256] });
  const { data, refetch } = read;
  const problem = useFailure(read);
  return (
    <>
      {problem && (
        <FailedRead
          className="mt-1"
          title="The transactions that may be behind it couldn't be read"
          stale={data !== undefined}
          problem={problem}
          refetch={refetch}
        />
      )}
      {data ? <Candidates {...props} found={data} /> : !problem && <p className="mt-1">Looking for transactions that may be behind it …</p>}
    </>
  );
}

function Candidates({ settlement: { environment, settlement_id, currency }, part, gap, found }: GapCandidatesProps & { readonly found: Found }) {
  if (found.lines.length === 0)
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
        {found.lines.map((line) => (
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
      {found.more && <p className="mt-1">And more of the same.</p>}
    </div>
  );
}
