import { counted, readingStates, type StandingWords, timeLeft } from "./job-words";
import type { Run, RunResult, RunRowState, RunState } from "./run";

/** What a run is called: `Suspend 40 merchants`. */
export function runTitle({ act, total, named, given }: Pick<Run, "act" | "total" | "named" | "given">): string {
  const merchants = counted(total, "merchant");
  switch (act) {
    case "suspend":
      return `Suspend ${merchants}`;
    case "reactivate":
      return `Reactivate ${merchants}`;
    case "change-category":
      return `Change the category of ${merchants} to ${given.code ?? "another"}`;
    case "tag":
      return `Tag ${merchants} ${named ? `“${named}”` : "with what has been deleted"}`;
  }
}

/** How a run stands, in a word or two. */
export function runStateWords({ state, counts }: Pick<Run, "state" | "counts">): StandingWords {
  if (state === "done" && counts.failed > 0) return { tone: "wrong", label: `Done, ${counts.failed.toLocaleString("en")} failed` };
  if (state === "done" && counts.unclear > 0) return { tone: "waiting", label: `Done, ${counts.unclear.toLocaleString("en")} unclear` };
  return states[state];
}

const states: Readonly<Record<RunState, StandingWords>> = {
  ...readingStates,
  scheduled: { tone: "waiting", label: "Scheduled" },
  running: { tone: "waiting", label: "Under way" },
  cancelled: { tone: "off", label: "Cancelled" },
};

/** What became of one merchant of a run, in a word or two. */
export function resultWords({ act, state: run }: Pick<Run, "act" | "state">, state: RunRowState): StandingWords {
  if (state === "done") return { tone: "good", label: done[act] };
  if (state === "waiting" && run === "cancelled") return { tone: "off", label: "Not done" };
  return results[state];
}

const done: Readonly<Record<Run["act"], string>> = { suspend: "Suspended", reactivate: "Reactivated", "change-category": "Changed", tag: "Tagged" };

const results: Readonly<Record<Exclude<RunRowState, "done">, StandingWords>> = {
  waiting: { tone: "off", label: "Waiting" },
  taken: { tone: "waiting", label: "Being done" },
  unclear: { tone: "waiting", label: "Unclear" },
  failed: { tone: "wrong", label: "Failed" },
  "left-out": { tone: "off", label: "Left out" },
};

/** What was said of one merchant of a run; null where nothing is to be said. Of what became known only later there is a code and nobody's words. */
export function saidWords({ state, code, said }: Pick<RunResult, "state" | "code" | "said">): string | null {
  if (state === "unclear") return "Klarna gave no clear answer. The desk is finding out, and nothing is done twice.";
  if (said || state !== "failed") return said || code;
  if (code === "NOT_DONE") return "At first nobody knew whether Klarna had done it. It hasn't: it can be tried again.";
  return `At first nobody knew whether Klarna had done it. By now it is known that it was refused${code ? ` (${code})` : ""}. The merchant's activity says more.`;
}

/** `1,204 of 9,000 done, about 3 min left at 50 a second at most`. Klarna isn't asked to tag anything, so nothing is said of its rate then. */
export function progressWords({ act, state, total, counts, rate }: Pick<Run, "act" | "state" | "total" | "counts" | "rate">): string {
  const left = counts.waiting + counts.taken;
  const so = `${(total - left).toLocaleString("en")} of ${total.toLocaleString("en")} ${total - left === total ? "have had their turn" : "so far"}`;
  if (state !== "running" || left === 0 || !rate || act === "tag") return so;
  return `${so}, ${timeLeft(left, rate)}`;
}

/** Why a run stopped as a whole, and what to do. */
export function stoppedWords(code: string | null): string {
  if (code === "NOT_ALLOWED") return "In whose name it was done may not do it any more. Somebody who may can go on in their own name, or cancel it.";
  if (code === "KLARNA_REFUSED_KEY") return "Klarna doesn't accept this desk's API key. An admin has to look at the settings; then go on.";
  if (code === "KLARNA_BLOCKED") return "Klarna has shut this desk out. An admin has to look into it with Klarna; then go on.";
  return `It stopped (${code ?? "unknown"}). Nothing that was done is lost, and nothing is done twice: go on, or tell whoever runs the desk.`;
}
