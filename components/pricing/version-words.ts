import type { Tone } from "@/components/ui/tone";
import type { PlanVersion, VersionStanding } from "@/lib/klarna/pricing/plan-versions";

export const standingWords: Readonly<Record<VersionStanding, string>> = { past: "Over", current: "In force", coming: "To come" };

export const standingTones: Readonly<Record<VersionStanding, Tone>> = { past: "off", current: "good", coming: "waiting" };

/** A day as people say it, in UTC as Klarna counts: "1 January 2027". Written the same by the server and every browser. */
export function dayWords(moment: string | undefined): string {
  const date = new Date(moment ?? "");
  if (Number.isNaN(date.getTime())) return "not stated";
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** How far away a day is: "in 36 days", "tomorrow". */
export function daysUntil(moment: string | undefined, now: string): string {
  const days = Math.ceil((Date.parse(moment ?? "") - Date.parse(now)) / 86_400_000);
  if (!Number.isFinite(days)) return "";
  return days <= 1 ? "within a day" : `in ${days} days`;
}

/** A version by its number and time. */
export function versionWords({ version, standing }: Pick<PlanVersion, "version" | "standing">): string {
  return `Version ${version} (${standingWords[standing].toLowerCase()})`;
}

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
