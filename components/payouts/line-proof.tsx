import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import type { PayoutFile, ProofPart } from "@/lib/desk/payout";

import { Amount } from "./amount";
import { totalWords } from "./words";

/** Each total against what its lines come to. */
export function LineProof({ payout }: { readonly payout: PayoutFile }) {
  const { proof, currency } = payout;
  if (!proof || proof.parts.length === 0) return null;
  return (
    <section aria-labelledby="line-proof" className="mt-8">
      <h2 id="line-proof" className="mb-1 font-semibold text-base">
        Totals and lines
      </h2>
      <p className="mb-2 text-muted">{words[proof.lines]}</p>
      <Table caption="Each total against its lines" columns={columnsIn(currency)} rows={proof.parts} rowKey={({ total }) => total} />
    </section>
  );
}

const words = {
  agree: "Each total is what its lines come to, to the last digit.",
  differ: "Not every total is what its lines come to.",
  unknown: "Among the lines are some whose amount or direction the desk doesn't know, so this proves nothing yet.",
} as const;

function columnsIn(currency: string | null): readonly Column<ProofPart>[] {
  return [
    { key: "total", header: "Total", cell: ({ total }) => (totalWords as Readonly<Record<string, string>>)[total] ?? total },
    { key: "stated", header: "Klarna's total", width: "w-36", numeric: true, cell: ({ stated }) => <Amount minor={stated} currency={currency} /> },
    { key: "lines", header: "Its lines", width: "w-36", numeric: true, cell: ({ lines }) => <Amount minor={lines} currency={currency} /> },
    {
      key: "agree",
      header: "Agrees",
      width: "w-40",
      cell: ({ stated, lines }) => {
        const off = BigInt(lines) - BigInt(stated ?? "0");
        return off === 0n ? (
          <Badge tone="good">Agrees</Badge>
        ) : (
          <Badge tone="wrong">
            Off by <Amount minor={off.toString()} currency={currency} />
          </Badge>
        );
      },
    },
  ];
}
