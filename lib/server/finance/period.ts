import "server-only";
import { z } from "zod";

import { type FinancePeriod, financeWeeks } from "@/lib/desk/finance";
import { environments } from "@/lib/klarna/environment";

import { databaseTime } from "../db/clock";

const asked = {
  weeks: z.enum(financeWeeks.map(String)).default("13"),
  until: z.iso
    .date("Write a day, such as 2026-10-12")
    .regex(/^2\d{3}/, "Write a day of this millennium")
    .optional(),
};

/** How the door of the overview is asked. */
export const financeQuestion = z.strictObject({ environment: z.enum(environments), ...asked });

/** The weeks that a page's address asks for; what makes no sense there isn't asked about. */
export function financePeriodIn(search: Readonly<Record<string, string | string[] | undefined>>): Promise<FinancePeriod> {
  return financePeriod({ weeks: asked.weeks.safeParse(search.weeks).data ?? "13", until: asked.until.safeParse(search.until).data });
}

/** So many whole weeks, the latest first: up to the week of a day, or up to this one. */
export async function financePeriod({ weeks, until }: { readonly weeks: string; readonly until?: string | undefined }): Promise<FinancePeriod> {
  const last = mondayOf(until ?? (await databaseTime()).toISOString().slice(0, 10));
  const mondays = Array.from({ length: Number(weeks) }, (_, back) => daysAfter(last, -7 * back));
  return { weeks: Number(weeks) as FinancePeriod["weeks"], ...(until && { until }), mondays, end: daysAfter(last, 7) };
}

/** The Monday of a day's week, in UTC. */
function mondayOf(day: string): string {
  return daysAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
