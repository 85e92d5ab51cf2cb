import { gapsAround } from "./enablement-gaps";
import { type Enabled, meeting, type Scope } from "./enablements";
import { type Span, sharedTime } from "./period";
import { type Clock, offsetAt } from "./wall-time";

/** What somebody should know of an enablement before it is sent. Only one that ends before it begins can't be. */
export type EnablementWarning =
  | { readonly kind: "ends-before-it-begins" }
  | ({ readonly kind: "overlap"; readonly with: string; readonly scope: Scope } & Span)
  | ({ readonly kind: "gap"; readonly side: "before" | "after"; readonly scope: Scope } & Span)
  | { readonly kind: "begins-in-the-past" }
  | { readonly kind: "is-over" }
  | { readonly kind: "ends-soon" }
  | { readonly kind: "every-country" }
  | { readonly kind: "every-category" }
  /** A time that a clock on the wall there never shows, or shows twice. */
  | { readonly kind: "odd-time"; readonly end: "from" | "to"; readonly clock: Exclude<Clock, "once"> }
  /** The clocks there are changed in between: minutes before UTC at its beginning and at its end. */
  | { readonly kind: "clock-change"; readonly from: number; readonly to: number };

/** When it is now, and by which clocks the dates were chosen. */
export interface Circumstances {
  readonly now: number;
  readonly zone: string;
  /** How the clock stood to the chosen times. */
  readonly clocks?: { readonly from: Clock; readonly to: Clock } | undefined;
}

const soonDays = 14;
const day = 86_400_000;

/** Whether something that holds now, or will, ends within 14 days. */
export function endsSoon({ to }: Pick<Span, "to">, now: number): boolean {
  return to > now && to <= now + soonDays * day;
}

/** All that is to be said about an enablement beside the others of its product. Those of other programs don't matter to it, nor does it to itself. */
export function enablementWarnings(planned: Enabled, others: readonly Enabled[], { now, zone, clocks }: Circumstances): readonly EnablementWarning[] {
  const { from, to, scope } = planned;
  const odd = (["from", "to"] as const).flatMap((end) => {
    const clock = clocks?.[end] ?? "once";
    return clock === "once" ? [] : [{ kind: "odd-time", end, clock } as const];
  });
  if (to <= from) return [{ kind: "ends-before-it-begins" }, ...odd];
  const like = others.filter(({ id, program, ...span }) => program === planned.program && id !== planned.id && span.from < span.to);
  return [
    ...overlaps(planned, like),
    ...gapsAround(planned, like).map((gap) => ({ kind: "gap", ...gap }) as const),
    ...(to <= now ? [{ kind: "is-over" } as const] : from < now ? [{ kind: "begins-in-the-past" } as const] : []),
    ...(endsSoon(planned, now) ? [{ kind: "ends-soon" } as const] : []),
    ...(scope.countries.length === 0 ? [{ kind: "every-country" } as const] : []),
    ...(scope.categories.length === 0 ? [{ kind: "every-category" } as const] : []),
    ...odd,
    ...clockChange(planned, zone),
  ];
}

/** What a change brings with it: what is to be said now and wasn't before. */
export function newWarnings(before: readonly EnablementWarning[], after: readonly EnablementWarning[]): readonly EnablementWarning[] {
  const known = new Set(before.map((warning) => JSON.stringify(warning)));
  return after.filter((warning) => !known.has(JSON.stringify(warning)));
}

function overlaps(planned: Enabled, like: readonly Enabled[]): readonly EnablementWarning[] {
  return like.flatMap((other) => {
    const time = sharedTime(planned, other);
    const scope = time && meeting(planned.scope, other.scope);
    return scope ? [{ kind: "overlap", with: other.id, scope, ...time } as const] : [];
  });
}

function clockChange({ from, to }: Span, zone: string): readonly EnablementWarning[] {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return [];
  const [begin, end] = [offsetAt(from, zone), offsetAt(to, zone)];
  return begin === end ? [] : [{ kind: "clock-change", from: begin, to: end }];
}
