/** A time until which something can be put off. */
export interface Moment {
  readonly key: "later" | "tomorrow" | "next-week";
  readonly label: string;
  readonly at: Date;
}

const hour = 60 * 60 * 1_000;
const morning = 9;

/** Until when something can be put off, in the person's own time: in three hours, tomorrow morning, on Monday morning. */
export function momentsAfter(now: Date): readonly Moment[] {
  const later = new Date(now.getTime() + 3 * hour);
  const tomorrow = morningOf(now, 1);
  // Sundays are 0: Monday is the next day, and on a Monday the one after.
  const monday = morningOf(now, (8 - now.getDay()) % 7 || 7);
  const sameDay = later.getDate() === now.getDate();
  return [
    { key: "later", label: sameDay ? "Later today" : "In three hours", at: later },
    { key: "tomorrow", label: "Tomorrow", at: tomorrow },
    ...(monday.getTime() === tomorrow.getTime() ? [] : [{ key: "next-week", label: "Next week", at: monday } as const]),
  ];
}

/** The morning of a day as a date field has it (`2026-11-30`); undefined for what is none. */
export function morningOn(day: string): Date | undefined {
  return at(day, morning, 0);
}

/** The end of a day as a date field has it. */
export function endOf(day: string): Date | undefined {
  return at(day, 23, 59);
}

/** A time as a date field takes it, in the person's own zone. */
export function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function at(day: string, hours: number, minutes: number): Date | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (!year) return undefined;
  const made = new Date(Number(year), Number(month) - 1, Number(date), hours, minutes);
  return Number.isNaN(made.getTime()) ? undefined : made;
}

function morningOf(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning);
}
