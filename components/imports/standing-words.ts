import type { Import } from "@/lib/desk/import";
import { timeLeft } from "@/lib/desk/job-words";

/** `1,204 of 9,000 read, about 3 min left at 50 a second` */
export function progressWords({ state, total, read, failed, rate }: Import): string {
  const left = total - read - failed;
  const so = `${read.toLocaleString("en")} of ${total.toLocaleString("en")} read`;
  if (state !== "running" || left === 0 || !rate) return so;
  return `${so}, ${timeLeft(left, rate)}`;
}
