import type { Column } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { FeeAuditLine } from "@/lib/desk/fee-audit";
import { priceWords } from "@/lib/klarna/pricing/price-words";

import { Amount } from "../amount";
import { Reference } from "../line-columns";
import { kindWords } from "../words";

/** The columns of fees that differ: what was captured, the plan's price, what was charged, and what that is beside the plan. */
export function differingColumns(currency: string): readonly Column<FeeAuditLine>[] {
  const amount = (key: "captured" | "charged" | "expected", header: string, wideOnly = false): Column<FeeAuditLine> => ({
    ...{ key, header, width: "w-[11%]", numeric: true, wideOnly },
    cell: (fee) => <Amount minor={fee[key]} currency={currency} />,
  });
  return [
    {
      key: "fee",
      header: "Fee",
      cell: ({ type, detailed_type, reason, line }) => (
        <Truncated text={`${kindWords(type, detailed_type)}${reason === "charged-again" ? ", charged again" : ""} (line ${line})`} />
      ),
    },
    { key: "merchant", header: "Merchant", width: "w-[16%]", cell: ({ merchant, account_id }) => <Truncated text={merchant ?? account_id} /> },
    {
      key: "reference",
      header: "Reference",
      width: "w-[15%]",
      wideOnly: true,
      cell: ({ reference }) => <Reference text={reference} />,
    },
    amount("captured", "Captured", true),
    {
      key: "price",
      header: "Plan's price",
      width: "w-[14%]",
      cell: ({ percentage, fixed }) => <Truncated text={priceWords({ percentage: BigInt(percentage), fixed: BigInt(fixed) }, currency)} />,
    },
    amount("charged", "Charged"),
    amount("expected", "By the plan"),
    {
      key: "difference",
      header: "Difference",
      width: "w-[11%]",
      numeric: true,
      cell: ({ charged, expected }) => <Amount minor={String(BigInt(charged) - BigInt(expected))} currency={currency} signed />,
    },
  ];
}
