import type { ReadPrice } from "./price";
import { lastPart, type Rate, type RateDimension, type RateFor, rateDimensions } from "./rate";

/** What two sets of rates say of the same thing; a side without a rate isn't priced there. */
export interface ComparedRate {
  readonly holds: RateFor;
  readonly left: Rate | undefined;
  readonly right: Rate | undefined;
  readonly differs: boolean;
}

/** Lays two versions' rates side by side, in the left's order and then the right's. `aside` is the dimension by which they differ on purpose: two categories. */
export function compareRates(left: readonly Rate[], right: readonly Rate[], aside?: RateDimension): readonly ComparedRate[] {
  const [ofLeft, ofRight] = [byKey(left, aside), byKey(right, aside)];
  return [...new Set([...ofLeft.keys(), ...ofRight.keys()])].flatMap((key) => inTurn(ofLeft.get(key) ?? [], ofRight.get(key) ?? [], aside));
}

function byKey(rates: readonly Rate[], aside: RateDimension | undefined): ReadonlyMap<string, readonly Rate[]> {
  const groups = new Map<string, Rate[]>();
  for (const rate of rates) {
    const key = keyOf(rate.holds, aside);
    groups
      .set(key, groups.get(key) ?? [])
      .get(key)
      ?.push(rate);
  }
  return groups;
}

function keyOf(holds: RateFor, aside: RateDimension | undefined): string {
  return JSON.stringify(
    rateDimensions
      .filter((name) => name !== aside)
      .map((name) => (name === "payment_program_id" ? lastPart(holds[name] ?? "") : (holds[name] ?? "").toUpperCase())),
  );
}

/** Two for the same are taken in turn: a plan may say two things of one. */
function inTurn(left: readonly Rate[], right: readonly Rate[], aside: RateDimension | undefined): readonly ComparedRate[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const [one, other] = [left[at], right[at]];
    const holds = Object.fromEntries(Object.entries((one ?? other)?.holds ?? {}).filter(([name]) => name !== aside)) as RateFor;
    return { holds, left: one, right: other, differs: !one || !other || !isSame(one, other, aside) };
  });
}

/** What can't be read is the same when it came the same. */
function isSame(one: Rate, other: Rate, aside: RateDimension | undefined): boolean {
  if ("price" in one.buy && "price" in other.buy) return textOf(one.buy) === textOf(other.buy) && textOf(one.sell) === textOf(other.sell);
  const asSent = ({ sent }: Rate) => JSON.stringify(aside && typeof sent === "object" ? { ...sent, [aside]: undefined } : sent);
  return asSent(one) === asSent(other);
}

function textOf(read: ReadPrice | undefined): string {
  return read && "price" in read ? `${read.price.percentage} ${read.price.fixed}` : (read?.why ?? "");
}
