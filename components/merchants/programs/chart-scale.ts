import { months } from "@/components/ui/time";
import type { Span } from "@/lib/klarna/period";

/** Where moments stand on a chart, in percent from its left, and what is written along its top. */
export interface Scale extends Span {
  readonly at: (moment: number) => number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

const day = 86_400_000;
const year = 365 * day;

/** A scale that holds now and what is near it: at most three years back and five ahead, since a bar for ever would press all others together. */
export function scaleOf(spans: readonly Span[], now: number): Scale {
  const near = (moment: number) => Math.min(Math.max(moment, now - 3 * year), now + 5 * year);
  let [from, to] = [now - 30 * day, now + 60 * day];
  for (const span of spans) {
    from = Math.min(from, near(span.from));
    to = Math.max(to, near(span.to));
  }
  const room = (to - from) / 50;
  const whole = { from: from - room, to: to + room };
  const at = (moment: number) => (100 * (Math.min(Math.max(moment, whole.from), whole.to) - whole.from)) / (whole.to - whole.from);
  return { ...whole, at, ticks: ticksOf(whole).map((tick) => ({ at: at(tick), label: labelOf(tick) })) };
}

/** Beginnings of months, as many as there is room for. */
function ticksOf({ from, to }: Span): readonly number[] {
  const count = (to - from) / (30.4 * day);
  const step = [1, 3, 6, 12, 24].find((each) => count / each <= 9) ?? 24;
  const first = new Date(from);
  const ticks: number[] = [];
  for (let month = Math.ceil((first.getUTCMonth() + 1) / step) * step; ; month += step) {
    const tick = Date.UTC(first.getUTCFullYear(), month, 1);
    if (tick > to) return ticks;
    ticks.push(tick);
  }
}

function labelOf(moment: number): string {
  const date = new Date(moment);
  return `${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
