import "server-only";
import { countedParts, partOf, partsMaybeWithLines, partsWithoutLines, settlementParts, sumOfParts } from "@/lib/desk/settlement-parts";

/** What the transactions of one kind come to. */
export interface KindTotal {
  readonly type: string;
  readonly detailedType: string;
  readonly rows: number;
  readonly amount: bigint;
  readonly tax: bigint;
}

/** One part of the summary beside its transactions. A gap is what the transactions have more than the summary. */
export interface ProvedPart {
  readonly part: string;
  /** Undefined where the summary has no such part. */
  readonly summary: bigint | undefined;
  readonly rows: number;
  readonly lines: bigint;
  /** Undefined where the report lists no transactions for the part, so that nothing can be said. */
  readonly gap: bigint | undefined;
}

/** Whether a settlement adds up, to the minor unit. */
export interface Proof {
  /** Everything the parts of the summary come to, and what that is more than the amount. */
  readonly partsSum: bigint;
  readonly partsGap: bigint;
  readonly parts: readonly ProvedPart[];
  /** Everything the transactions come to, with the parts that none stands for, and what that is more than the amount. */
  readonly linesSum: bigint;
  readonly linesGap: bigint;
  readonly holds: boolean;
}

/** Holds a settlement's amount, its parts and its transactions against each other. */
export function prove(amount: bigint, totals: Readonly<Record<string, number>>, kinds: readonly KindTotal[]): Proof {
  const flows = Object.keys(totals).filter((name) => name.endsWith("_amount"));
  const counted = countedParts(amount, totals);
  const partsSum = sumOfParts(totals, counted);
  const lines = new Map<string, { rows: number; amount: bigint }>();
  const add = (part: string, rows: number, more: bigint) => {
    const before = lines.get(part) ?? { rows: 0, amount: 0n };
    lines.set(part, { rows: before.rows + rows, amount: before.amount + more });
  };
  for (const { type, detailedType, rows, amount: total, tax } of kinds) {
    add(partOf(type, detailedType, totals), rows, total);
    if (tax !== 0n) add("vat_amount", 0, tax);
  }
  const names = new Set<string>([...settlementParts, ...flows, ...lines.keys()]);
  const parts = [...names].map((part): ProvedPart => {
    const summary = totals[part] === undefined ? undefined : BigInt(totals[part]);
    const { rows, amount: total } = lines.get(part) ?? { rows: 0, amount: 0n };
    return { part, summary, rows, lines: total, gap: isListed(part, rows) ? total - (summary ?? 0n) : undefined };
  });
  const unlisted = parts.filter(({ part, gap }) => gap === undefined && counted.includes(part));
  const linesSum = [...lines.values()].reduce((sum, { amount: total }) => sum + total, 0n) + unlisted.reduce((sum, { summary = 0n }) => sum + summary, 0n);
  const partsGap = partsSum - amount;
  const linesGap = linesSum - amount;
  return { partsSum, partsGap, parts, linesSum, linesGap, holds: partsGap === 0n && linesGap === 0n && parts.every(({ gap = 0n }) => gap === 0n) };
}

/** A part that we know has transactions, if only none; of another, nobody knows whether it has. */
function isListed(part: string, rows: number): boolean {
  if (rows > 0) return true;
  if (partsWithoutLines.includes(part) || partsMaybeWithLines.includes(part)) return false;
  return (settlementParts as readonly string[]).includes(part);
}
