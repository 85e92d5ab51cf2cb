const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, or how soon, in as few words as are true: "just now", "3 min ago", "in 2 h", "5 days ago", "12 Mar 2026". */
export function relativeTime(date: Date, now: number): string {
  const distance = date.getTime() - now;
  const size = Math.abs(distance);
  if (size < minute) return "just now";
  const words = size < hour ? `${Math.floor(size / minute)} min` : size < day ? `${Math.floor(size / hour)} h` : days(Math.floor(size / day));
  if (size >= 31 * day) return date.toLocaleDateString("en-GB", { dateStyle: "medium" });
  return distance > 0 ? `in ${words}` : `${words} ago`;
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

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
