import type { Import } from "@/lib/desk/import";
import { timeLeft } from "@/lib/desk/job-words";

/** `1,204 of 9,000 read, about 3 min left at 50 a second` */
export function progressWords({ state, total, read, failed, rate }: Import): string {
  const left = total - read - failed;
  const so = `${read.toLocaleString("en")} of ${total.toLocaleString("en")} read`;
  if (state !== "running" || left === 0 || !rate) return so;
  return `${so}, ${timeLeft(left, rate)}`;
}

/** Why an import stopped as a whole, and what to do. */
export function stoppedWords(code: string | null): string {
  if (code === "NOT_ALLOWED") return "Who brought this list may not do so any more. Go on in your own name, or give it up.";
  if (code === "KLARNA_REFUSED_KEY") return "Klarna doesn't accept this desk's API key. An admin has to look at the settings; then go on.";
  return `It stopped (${code ?? "unknown"}). Nothing that was read is lost: go on, or tell whoever runs the desk.`;
}
