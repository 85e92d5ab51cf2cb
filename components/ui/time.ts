const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, or how soon, in as few words as are true: "just now", "3 min ago", "in 2 h", "5 days ago", "12 Mar 2026". */
export function relativeTime(date: Date, now: number): string {
  const distance = date.getTime() - now;
  const size = Math.abs(distance);
  if (size < minute) return "just now";
  const words = size < hour ? `${Math.floor(size / minute)} min` : size < day ? `${Math.floor(size / hour)} h` : days(Math.floor(size / day));
  if (size >= 31 * day) return `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}`;
  return distance > 0 ? `in ${words}` : `${words} ago`;
}

/** How long something took, in two parts at most: "less than 0.1 s", "0.4 s", "12 s", "3 min 5 s", "2 h 10 min", "4 days". */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1_000;
  if (seconds < 0.05) return "less than 0.1 s";
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return pair(Math.floor(whole / 60), "min", whole % 60, "s");
  const minutes = Math.round(whole / 60);
  return minutes < 24 * 60 ? pair(Math.floor(minutes / 60), "h", minutes % 60, "min") : days(Math.round(minutes / (24 * 60)));
}

/** `2026-11-23 12:37 UTC`. Written by hand: the server's and the browser's calendars may spell a month differently. */
export function utcTime(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** `23 November 2026 at 13:37:05 CET`, in the zone of whoever looks. */
export function exactTime(date: Date): string {
  return date.toLocaleString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  });
}

/** As `utcDay` and its like write them. */
export const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `1 Jan 2027`, or `1 Jan 2027, 13:37` where it isn't midnight, by the clocks of a zone. Written by hand, as `utcTime` is. */
export function dayTime(date: Date, zone = "UTC"): string {
  const numeric = "numeric" as const;
  const parts = { year: numeric, month: numeric, day: numeric, hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  const shown = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...parts }).formatToParts(date);
  const { year, month, day: dayOfMonth, hour: hours, minute: minutes } = Object.fromEntries(shown.map(({ type, value }) => [type, value]));
  const words = `${dayOfMonth} ${months[Number(month) - 1]} ${year}`;
  return hours === "00" && minutes === "00" ? words : `${words}, ${hours}:${minutes}`;
}

/** A day in UTC, from an ISO 8601 time or date: `12 Oct 2026`. Written by hand, as `utcTime` is. */
export function utcDay(at: string): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

function pair(large: number, unit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${smallUnit}`;
}
