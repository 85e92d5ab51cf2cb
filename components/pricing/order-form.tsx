import { usualTaxRate } from "@/lib/klarna/pricing/tax-rate";
import { percentText } from "@/lib/money";
import { readAmount, readPercent } from "@/lib/typed-amount";

import type { Question } from "./question";
import { TypedField } from "./typed-field";

/** An order as somebody typed it: what was read, or what is wrong with which field. */
export interface TypedOrder {
  readonly amount: bigint | undefined;
  readonly captures: number | undefined;
  readonly taxRate: bigint | undefined;
  readonly faults: Readonly<Partial<Record<"amount" | "captures" | "tax", string>>>;
}

const mostCaptures = 1000;

/** Reads an order in a currency. Without a tax that was typed, the usual one of the country is a hint. */
export function typedOrder({ amount, captures, tax, country }: Question, currency: string): TypedOrder {
  const read = readAmount(amount, currency);
  const wrongAmount = "refusal" in read ? read.refusal : read.amount < 0n ? "Write what the consumer pays, above zero" : undefined;
  const paid = "amount" in read ? read.amount : undefined;
  const count = /^\d{1,4}$/.test(captures.trim()) ? Number(captures) : 0;
  const wrongCaptures = count >= 1 && count <= mostCaptures ? tooMany(count, paid) : `Write a whole number from 1 to ${mostCaptures.toLocaleString("en")}`;
  const percent = tax.trim() === "" ? { rate: usualTaxRate(country) } : readPercent(tax);
  return {
    amount: wrongAmount ? undefined : paid,
    captures: wrongCaptures ? undefined : count,
    taxRate: "rate" in percent ? percent.rate : undefined,
    faults: {
      ...(wrongAmount && { amount: wrongAmount }),
      ...(wrongCaptures && { captures: wrongCaptures }),
      ...("refusal" in percent && { tax: percent.refusal }),
    },
  };
}

function tooMany(count: number, paid: bigint | undefined): string | undefined {
  return paid !== undefined && paid > 0n && BigInt(count) > paid ? "There are more captures than the amount has minor units" : undefined;
}

export interface OrderFormProps {
  readonly question: Question;
  readonly ask: (next: Partial<Question>, how: "replace") => void;
  readonly order: TypedOrder;
  readonly currency: string;
}

/** The order whose cost is asked: its amount, in how many captures it is taken, and the tax on fees. */
export function OrderForm({ question, ask, order: { faults }, currency }: OrderFormProps) {
  const usual = usualTaxRate(question.country);
  const field = (name: "amount" | "captures" | "tax") => ({
    value: question[name],
    error: faults[name],
    autoComplete: "off",
    onType: (text: string) => ask({ [name]: text }, "replace"),
  });
  return (
    <section aria-label="The order" className="grid content-start gap-3">
      <TypedField label={`Amount in ${currency}`} inputMode="decimal" mono {...field("amount")} help="What the consumer pays." />
      <TypedField
        label="Number of captures"
        inputMode="numeric"
        mono
        {...field("captures")}
        help="Klarna takes its fee for each capture, not for each order: a parcel sent by itself is one."
      />
      <TypedField
        label="Tax on fees, in percent"
        inputMode="decimal"
        mono
        optional
        {...field("tax")}
        placeholder={usual === undefined ? "None" : percentText(usual).replace("%", "")}
        help={
          usual === undefined
            ? "Klarna adds VAT or GST to fees in the European Union and Australia. The rate that counts stands in the settlement."
            : `The usual rate there is ${percentText(usual)}: a hint. The rate that counts stands in the settlement.`
        }
      />
    </section>
  );
}
