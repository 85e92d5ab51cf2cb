const minute = 60_000;
const day = 1_440 * minute;

/** How a clock on the wall stood to a moment: once as usual, never (it was put forward over it), or twice (it was put back). */
export type Clock = "once" | "never" | "twice";

/** `2027-03-28T02:30` as a clock in a zone shows it. Undefined where nothing can be read. */
export function wallAt(at: number, zone: string): string | undefined {
  return Number.isFinite(at) ? new Date(at + offsetAt(at, zone) * minute).toISOString().slice(0, 16) : undefined;
}

/**
 * The moment at which a clock in a zone shows a time. Of two the first is meant; a time that the clock jumps over is taken as if it hadn't
 * been put forward yet, so it comes out that much later. Undefined when it is no time.
 */
export function momentOf(wall: string, zone: string): { readonly at: number; readonly clock: Clock } | undefined {
  const shown = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) ? Date.parse(`${wall}Z`) : Number.NaN;
  if (Number.isNaN(shown)) return undefined;
  // No zone changes its clocks twice within two days.
  const [before, after] = [offsetAt(shown - day, zone), offsetAt(shown + day, zone)];
  const moments = [...new Set([before, after])]
    .map((offset) => ({ at: shown - offset * minute, offset }))
    .filter(({ at, offset }) => offsetAt(at, zone) === offset);
  const [first] = moments.sort((one, other) => one.at - other.at);
  return first ? { at: first.at, clock: moments.length > 1 ? "twice" : "once" } : { at: shown - before * minute, clock: "never" };
}

/** By how many minutes a zone's clocks are before UTC at a moment. */
export function offsetAt(at: number, zone: string): number {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day: date = 1, hour = 0, minute: minutes = 0, second = 0 } = parts;
  const shown = Date.UTC(year, month - 1, date, hour, minutes, second);
  return Math.round((shown - at) / minute);
}

/** `UTC+02:00`, as it is written beside a time. */
export function offsetWords(minutes: number): string {
  if (minutes === 0) return "UTC";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const numeric = "numeric" as const;
  const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
  const clock = new Intl.DateTimeFormat("en-US", { timeZone, calendar: "iso8601", hourCycle: "h23", ...parts });
  clocks.set(timeZone, clock);
  return clock;
}
