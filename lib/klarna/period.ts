/** From when until when something holds, as Klarna says it: the end is outside, and what isn't stated is open. */
export interface Period {
  readonly effective_from?: string | null | undefined;
  readonly effective_to?: string | null | undefined;
}

/** The same as moments; what is open, or can't be read, reaches to infinity. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a period stands at a moment. */
export type Standing = "past" | "current" | "coming";

/** The moments of a period. */
export function spanOf({ effective_from, effective_to }: Period): Span {
  return { from: moment(effective_from, Number.NEGATIVE_INFINITY), to: moment(effective_to, Number.POSITIVE_INFINITY) };
}

/** Whether a period is over at a moment, holds, or is still to come. */
export function standingAt(period: Period, at: number): Standing {
  const { from, to } = spanOf(period);
  if (to <= at) return "past";
  return from <= at ? "current" : "coming";
}

/** The time that two spans share; undefined when they share none. */
export function sharedTime(one: Span, other: Span): Span | undefined {
  const shared = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
  return shared.from < shared.to ? shared : undefined;
}

function moment(stated: string | null | undefined, open: number): number {
  const at = Date.parse(stated ?? "");
  return Number.isNaN(at) ? open : at;
}
