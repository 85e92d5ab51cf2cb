/** How dates of a column are written. */
export type DateOrder = "day-first" | "month-first";

/** Which of day and month comes first: as any date of the column shows. Where none does, the day: the month comes first in one country only. */
export function dateOrder(dates: readonly string[]): DateOrder {
  const seconds = dates.map((date) => Number(/^\d{1,2}[./-](\d{1,2})[./-]\d{2,4}/.exec(date.trim())?.[1]));
  return seconds.some((second) => second > 12) ? "month-first" : "day-first";
}

/** A date as ISO 8601 says it. Nothing where it is none. */
export function isoDate(text: string, order: DateOrder): string | undefined {
  const date = text.trim();
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(date);
  if (iso) return valid(iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/.exec(date);
  if (!local) return undefined;
  const [day, month] = order === "day-first" ? [local[1], local[2]] : [local[2], local[1]];
  const year = local[3]?.length === 2 ? `20${local[3]}` : local[3];
  return valid(year, month, day);
}

/** Whether a text is a day, also one with its month in letters (`20 Nov 2026`), which is shown as the bank wrote it. */
export function isDateLike(text: string): boolean {
  const inLetters = /^\d{1,2}\.?[\s-]?\p{L}{3,10}\.?,?[\s-]?(\d{4}|\d{2})(?!\d)|^\p{L}{3,10}\.?\s\d{1,2},?\s\d{4}(?!\d)/u;
  return inLetters.test(text.trim()) || isoDate(text, "day-first") !== undefined || isoDate(text, "month-first") !== undefined;
}

function valid(year = "", month = "", day = ""): string | undefined {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}
