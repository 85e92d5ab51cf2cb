import type { Leaves } from "./leaves";

/** Something that stands in the lists of both sides, or of one. */
export interface Pair {
  readonly left: Leaves | undefined;
  readonly right: Leaves | undefined;
}

/**
 * Finds what belongs together in two lists: equal things, then those that share a key, then what is left over if it is one on each side. The rest
 * stands on one side only.
 */
export function pairsOf(left: readonly Leaves[], right: readonly Leaves[], keysOf: (leaves: Leaves) => readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const [lone, free] = [new Set(left), new Set(right)];
  const join = (belong: (one: Leaves, other: Leaves) => boolean) => {
    for (const one of lone) {
      const other = [...free].find((candidate) => belong(one, candidate));
      if (!other) continue;
      pairs.push({ left: one, right: other });
      lone.delete(one);
      free.delete(other);
    }
  };
  const whole = new Map([...left, ...right].map((leaves) => [leaves, JSON.stringify([...leaves])]));
  join((one, other) => whole.get(one) === whole.get(other));
  join((one, other) => keysOf(one).some((key) => keysOf(other).includes(key)));
  if (lone.size === 1 && free.size === 1) join(() => true);
  for (const one of lone) pairs.push({ left: one, right: undefined });
  for (const other of free) pairs.push({ left: undefined, right: other });
  // As Klarna lists them: the left's order, then what only the right has.
  const place = ({ left: one, right: other }: Pair) => (one ? left.indexOf(one) : left.length + (other ? right.indexOf(other) : 0));
  return pairs.sort((a, b) => place(a) - place(b));
}
