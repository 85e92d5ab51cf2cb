import { amountText, exactText, exponentOf, moneyText, percentText, roundedQuotient, shareOf } from "@/lib/money";

import type { Price } from "./price";

/** An order to be priced: its amount in minor units, in how many captures it is taken, and the tax on fees in hundredths of a percent where it is known. */
export interface Order {
  readonly amount: bigint;
  readonly currency: string;
  readonly captures: number;
  readonly taxRate?: bigint | undefined;
}

/** One line of the working: what it is, how it comes about, and what it comes to. */
export interface Step {
  readonly name: string;
  readonly working: string;
  readonly result: string;
}

/** What an order costs. Each figure is in minor units; the share is in hundredths of a percent, undefined for an order of nothing. */
export interface Cost {
  readonly variable: bigint;
  readonly fixed: bigint;
  readonly fee: bigint;
  readonly tax: bigint | undefined;
  readonly share: bigint | undefined;
  /** What is left of the order after fee and tax. */
  readonly left: bigint;
  readonly steps: readonly Step[];
}

/** What one capture costs, as Klarna's settlement has it: a variable and a fixed fee, each rounded half away from zero. */
export function feeOfCapture(amount: bigint, price: Price): { readonly variable: bigint; readonly fixed: bigint } {
  return { variable: shareOf(amount, price.percentage), fixed: price.fixed };
}

/** Works an order's fee out, step by step, in the way that Klarna's settlements do: a fee for each capture, tax for each line of it. */
export function costOf(order: Order, price: Price): Cost {
  const { amount, captures, taxRate } = order;
  const parts = partsOf(amount, captures).map((part) => ({ ...part, ...feeOfCapture(part.amount, price) }));
  const variable = sum(parts.map((part) => part.variable * part.count));
  const fixed = price.fixed * BigInt(captures);
  const fee = variable + fixed;
  const tax = taxRate === undefined ? undefined : sum(parts.map((part) => (shareOf(part.variable, taxRate) + shareOf(part.fixed, taxRate)) * part.count));
  const share = amount === 0n ? undefined : roundedQuotient(fee * 10_000n, amount);
  const figures = { variable, fixed, fee, tax, share, left: amount - fee - (tax ?? 0n) };
  return { ...figures, steps: stepsOf(order, price, parts, figures) };
}

interface Part {
  readonly amount: bigint;
  readonly count: bigint;
}

/** As even as whole minor units allow; what is over goes to the first. */
function partsOf(amount: bigint, captures: number): readonly Part[] {
  const count = BigInt(captures);
  const [each, over] = [amount / count, amount % count];
  return [
    { amount: each + 1n, count: over },
    { amount: each, count: count - over },
  ].filter((part) => part.count > 0n);
}

type Priced = Part & { readonly variable: bigint };

function stepsOf({ amount, currency, captures, taxRate }: Order, price: Price, parts: readonly Priced[], figures: Omit<Cost, "steps">): readonly Step[] {
  const money = (minor: bigint) => amountText(minor, currency);
  const { variable, fixed, fee, tax, share, left } = figures;
  const split = parts.map((part) => `${part.count} × ${money(part.amount)}`).join(" + ");
  return [
    ...(captures > 1 ? [{ name: `Split into ${captures} captures`, working: split, result: money(amount) }] : []),
    ...parts.map((part, at) => variableStep(part, captures === 1 ? "" : at === 0 ? "first" : "last", price, currency)),
    ...(captures > 1 && parts.length > 1
      ? [{ name: "Variable fees together", working: parts.map((part) => money(part.variable * part.count)).join(" + "), result: money(variable) }]
      : []),
    { name: "Fixed fee", working: `${captures} × ${money(price.fixed)}`, result: money(fixed) },
    { name: "Fee", working: `${money(variable)} + ${money(fixed)}`, result: money(fee) },
    ...(tax === undefined || taxRate === undefined
      ? []
      : [{ name: "Tax on the fee", working: `${percentText(taxRate)} of each of the ${captures * 2} fee lines, each rounded`, result: money(tax) }]),
    ...(share === undefined ? [] : [{ name: "Fee as a share of the order", working: `${money(fee)} ÷ ${money(amount)}`, result: percentText(share) }]),
    { name: "Left of the order", working: [amount, fee, ...(tax === undefined ? [] : [tax])].map(money).join(" − "), result: moneyText(left, currency) },
  ];
}

function variableStep({ amount, count, variable }: Priced, place: string, { percentage }: Price, currency: string): Step {
  const exact = exactText(amount * percentage, exponentOf(currency) + 4).replace(/\.?0+$/, "");
  const rounded = amountText(variable, currency);
  const isExact = (amount * percentage) % 10_000n === 0n;
  const one = `${amountText(amount, currency)} × ${percentText(percentage)} = ${isExact ? rounded : `${exact}, rounded to ${rounded}`}`;
  const single = place === "" ? "Variable fee" : `Variable fee of the ${place} capture`;
  return {
    name: count === 1n ? single : `Variable fee of each of ${count} captures`,
    working: count === 1n ? one : `${one}; ${count} × ${rounded}`,
    result: amountText(variable * count, currency),
  };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
