"use client";

import { useQuery } from "@tanstack/react-query";
import { DescriptionList } from "@/components/ui/description-list";
import { Dialog } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import { ProblemNotice } from "@/components/ui/problem";
import { Skeleton } from "@/components/ui/skeleton";
import { type Column, Table } from "@/components/ui/table";
import type { SettlementLine } from "@/lib/desk/settlement";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { percentText } from "@/lib/money";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { Amount, written } from "./amount";
import { shortTime } from "./line-columns";
import { LineIds } from "./line-ids";
import { kindWords } from "./words";

export interface PaymentDialogProps {
  readonly environment: Environment;
  readonly paymentId: string;
  readonly onClose: () => void;
}

/** Everything about one payment in all settlements that are loaded: captures, fees, tax, refunds, disputes and chargebacks, and what is left of it. */
export function PaymentDialog({ environment, paymentId, onClose }: PaymentDialogProps) {
  const { data, error } = useQuery(readDesk<readonly SettlementLine[]>("settlements/payment", { environment, payment_id: paymentId }));
  return (
    <Dialog open onClose={onClose} size="lg" title="Everything about this payment">
      {error && <ProblemNotice title="It can't be read" problem={ProblemError.of(error).problem} />}
      {!data && !error && <Skeleton className="h-40 w-full" />}
      {data && <Payment environment={environment} lines={data} />}
    </Dialog>
  );
}

function Payment({ environment, lines }: { readonly environment: Environment; readonly lines: readonly SettlementLine[] }) {
  const [first] = lines;
  if (!first) return <p>No loaded settlement has anything about this payment any more.</p>;
  const references = [...new Set(lines.flatMap(({ reference }) => reference ?? []))];
  return (
    <>
      <DescriptionList
        items={[
          { term: "Payment", value: <span className="wrap-anywhere mono">{first.payment_id}</span> },
          {
            term: "Merchant",
            value: (
              <Link href={routes.merchant(environment, first.account_id)} className="underline">
                {first.merchant ?? first.account_id}
              </Link>
            ),
          },
          {
            term: "Reference",
            value: (
              <span className="wrap-anywhere mono">
                {references.join(", ")}
                {references.length > 1 && <span className="block font-sans text-muted text-sm">Its transactions don't all carry the same reference.</span>}
              </span>
            ),
          },
          { term: "What is left of it", value: netOf(lines) },
        ]}
      />
      <div className="mt-4">
        <Table
          caption="Its transactions, in the order in which they happened"
          columns={columns(environment)}
          rows={lines}
          rowKey={({ settlement_id, line }) => `${settlement_id} ${line}`}
        />
      </div>
    </>
  );
}

/** A payment has one currency; should it have several, each is summed by itself. */
function netOf(lines: readonly SettlementLine[]): string {
  const sums = new Map<string, bigint>();
  for (const { currency, amount, tax } of lines) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amount) + BigInt(tax ?? 0));
  return [...sums].map(([currency, sum]) => `${written(String(sum), currency)} ${currency}`).join(", ");
}

function columns(environment: Environment): readonly Column<SettlementLine>[] {
  return [
    { key: "kind", header: "What", cell: ({ type, detailed_type }) => kindWords(type, detailed_type) },
    { key: "ids", header: "Belongs to", width: "w-[26%]", whole: true, cell: (line) => <LineIds line={line} /> },
    { key: "at", header: "When (UTC)", width: "w-[18%]", cell: ({ created_at }) => shortTime(created_at) },
    {
      key: "settlement",
      header: "Settlement",
      width: "w-[16%]",
      cell: ({ settlement_id }) => (
        <Link href={routes.settlement(environment, settlement_id)} className="wrap-anywhere mono underline">
          {settlement_id}
        </Link>
      ),
    },
    { key: "amount", header: "Amount", width: "w-[13%]", numeric: true, cell: ({ amount, currency }) => <Amount minor={amount} currency={currency} /> },
    { key: "tax", header: "Tax", width: "w-[13%]", numeric: true, cell: ({ tax, currency }) => <Amount minor={tax} currency={currency} /> },
    { key: "rate", header: "Tax rate", width: "w-[9%]", numeric: true, cell: ({ tax_rate }) => (tax_rate === null ? "–" : percentText(BigInt(tax_rate))) },
  ];
}
