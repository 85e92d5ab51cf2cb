"use client";

import { useQuery } from "@tanstack/react-query";
import { ReceiptText } from "lucide-react";
import { useState } from "react";

import { useFailure } from "@/components/operation/use-failure";
import { useRefresh } from "@/components/operation/use-refresh";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ProblemNotice } from "@/components/ui/problem";
import { Skeleton } from "@/components/ui/skeleton";
import { type Column, Table } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { Call } from "@/lib/klarna/call";
import { read } from "@/lib/query/read";

import { Amount } from "./amount";
import { Reference, shortTime } from "./line-columns";
import { useSettlementHere } from "./settlement-context";
import { kindWords } from "./words";

/** A transaction as Klarna's API answers it, as far as it is shown. */
interface ApiLine {
  /** On its page: two may say the same. */
  readonly place: number;
  readonly type?: string | null;
  readonly detailed_type?: string | null;
  readonly created_at?: string | null;
  readonly amount?: number | null;
  readonly currency?: string | null;
  readonly account_id?: string | null;
  readonly payment_transaction_reference?: string | null;
  readonly tax_amount?: number | null;
}

interface ApiPage {
  readonly transactions: readonly Omit<ApiLine, "place">[];
  readonly pagination?: { readonly total?: number | null; readonly first_item?: string | null; readonly last_item?: string | null } | null;
}

/** The transactions page by page from Klarna, while the report isn't loaded: nothing is summed, and nothing is proved. */
export function ApiLines() {
  const { settlement } = useSettlementHere();
  const [place, setPlace] = useState<Readonly<Record<string, string>>>({});
  const call: Call<ApiPage> = {
    resource: "settlements",
    name: "settlements.transactions",
    search: { settlement_id: settlement.settlement_id, size: "50", ...place },
  };
  const asked = useQuery({ ...read(settlement.environment, call), placeholderData: (before) => before });
  const { data, isPlaceholderData, refetch } = asked;
  const problem = useFailure(asked);
  const { busy, refresh } = useRefresh(refetch);
  if (problem)
    return (
      <>
        <ProblemNotice title="Klarna's list of transactions can't be read" problem={problem} />
        <div className="mt-4 flex gap-2">
          {Object.keys(place).length > 0 && <Button onClick={() => setPlace({})}>First page</Button>}
          <Button loading={busy} onClick={refresh}>
            Try again
          </Button>
        </div>
      </>
    );
  if (!data) return <Skeleton className="h-72 w-full" />;
  const { first_item: first, last_item: last, total } = data.pagination ?? {};
  return (
    <div aria-busy={isPlaceholderData}>
      <p className="mb-1 text-muted">
        Page by page from Klarna, since the report isn't loaded{typeof total === "number" && `: ${total.toLocaleString("en")} in all`}. They can't be searched
        or summed yet.
      </p>
      <Table
        caption="Transactions as Klarna's API lists them"
        columns={columns}
        rows={data.transactions.map((line, at) => ({ ...line, place: at }))}
        rowKey={(line) => String(line.place)}
        empty={<EmptyState icon={<ReceiptText aria-hidden />} title="Klarna lists no transaction" />}
      />
      <div className="mt-4 flex gap-2">
        <Button disabled={!first} onClick={() => setPlace({ ending_before: first ?? "" })}>
          Page before
        </Button>
        <Button disabled={!last} onClick={() => setPlace({ starting_after: last ?? "" })}>
          Next page
        </Button>
      </div>
    </div>
  );
}

const minor = (value: number | null | undefined) => (Number.isSafeInteger(value) ? String(value) : null);

const columns: readonly Column<ApiLine>[] = [
  { key: "kind", header: "Transaction", cell: ({ type, detailed_type }) => <Truncated text={kindWords(type ?? "", detailed_type ?? "")} /> },
  {
    key: "at",
    header: "When (UTC)",
    width: "w-[18%]",
    least: 9.5,
    cell: ({ created_at }) => (created_at && !Number.isNaN(Date.parse(created_at)) ? shortTime(created_at) : "–"),
  },
  {
    key: "account",
    header: "Merchant's account",
    width: "w-[24%]",
    least: 9.5,
    cell: ({ account_id }) => <Reference text={account_id ?? null} />,
  },
  {
    key: "reference",
    header: "Reference",
    width: "w-[20%]",
    least: 9,
    cell: ({ payment_transaction_reference }) => <Reference text={payment_transaction_reference ?? null} />,
  },
  {
    key: "amount",
    header: "Amount",
    width: "w-[12%]",
    least: 7,
    numeric: true,
    cell: ({ amount, currency }) => <Amount minor={minor(amount)} currency={currency ?? null} />,
  },
  {
    key: "tax",
    header: "Tax",
    width: "w-[9%]",
    numeric: true,
    wideOnly: true,
    cell: ({ tax_amount, currency }) => <Amount minor={minor(tax_amount)} currency={currency ?? null} />,
  },
];
