import type { Tone } from "@/components/ui/tone";
import type { Import, ImportState } from "@/lib/desk/import";

/** How the state of an import looks and what it is called. */
export const stateWords: Readonly<Record<ImportState, { readonly tone: Tone; readonly label: string }>> = {
  waiting: { tone: "waiting", label: "Waiting" },
  running: { tone: "waiting", label: "Reading" },
  paused: { tone: "off", label: "Paused" },
  stopped: { tone: "wrong", label: "Stopped" },
  done: { tone: "good", label: "Done" },
  cancelled: { tone: "off", label: "Given up" },
};

/** `1,204 of 9,000 read, about 3 min left at 50 a second` */
export function progressWords({ state, total, read, failed, rate }: Import): string {
  const left = total - read - failed;
  const so = `${read.toLocaleString("en")} of ${total.toLocaleString("en")} read`;
  if (state !== "running" || left === 0 || !rate) return so;
  return `${so}, about ${duration(left / rate)} left at ${Math.floor(rate).toLocaleString("en")} a second at most`;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}

/** Why an import stopped as a whole, and what to do. */
export function stoppedWords(code: string | null): string {
  if (code === "NOT_ALLOWED") return "Who brought this list may not do so any more. Go on in your own name, or give it up.";
  if (code === "KLARNA_REFUSED_KEY") return "Klarna doesn't accept this desk's API key. An admin has to look at the settings; then go on.";
  return `It stopped (${code ?? "unknown"}). Nothing that was read is lost: go on, or tell whoever runs the desk.`;
}
