import type { Tone } from "@/components/ui/tone";
import type { Finding, OperationLook, OperationSummary, OperationTry, SettledBy, Source, Verdict } from "@/lib/desk/operation";
import { unsentInWords } from "@/lib/desk/undone";

/** How an operation stands, in a badge: what comes next while it is open, how it ended after. */
export function standing({ state, next, settled_by }: Pick<OperationSummary, "state" | "next" | "settled_by">): {
  readonly tone: Tone;
  readonly words: string;
} {
  if (next === "person") return { tone: "wrong", words: "Needs a person" };
  if (next) return { tone: "waiting", words: nexts[next] };
  if (state === "confirmed") return { tone: "good", words: settled_by ? `Done, ${ways[settled_by]}` : "Done" };
  return { tone: "off", words: settled_by ? `Not done, ${ways[settled_by]}` : "Not done" };
}

const nexts = { "in-flight": "On its way", repeat: "The desk asks again", look: "The desk looks at Klarna" } as const;

const ways: Record<SettledBy, string> = {
  answer: "Klarna answered",
  repeat: "when asked again",
  webhook: "by webhook",
  read: "seen at Klarna",
  person: "by a person",
};

/** What a look at Klarna showed, as a sentence without its end. */
export function lookInWords({ finding, fields, code }: OperationLook): string {
  if (finding === "unread") return `Klarna couldn't be read${code ? ` (${code})` : ""}`;
  return `${findings[finding]}${finding === "differs" && fields.length > 0 ? `: ${fields.join(", ")}` : ""}`;
}

const findings: Record<Exclude<Finding, "unread">, string> = {
  gone: "It isn't at Klarna",
  there: "It is still at Klarna",
  stands: "At Klarna it stands as was asked for",
  "as-before": "At Klarna it stands as before",
  differs: "At Klarna it stands otherwise than was asked for",
};

/** What a look is worth when it settled nothing. */
export const worth: Readonly<Partial<Record<Finding, string>>> = {
  stands: "That proves nothing by itself: it may have stood so before, or somebody else may have done it.",
  "as-before": "That doesn't say that nothing was done: somebody may have changed it back.",
  there: "Klarna may still be working on it, or may go on listing it.",
};

/** A step of the sending, as a sentence without its end. */
export function tryInWords({ kind, status, code }: Pick<OperationTry, "kind" | "status" | "code">): string {
  if (kind === "operation-unknown") return status ? `Klarna's answer was unclear (${status})` : "Klarna didn't answer";
  return (kind === "operation-rejected" && unsentInWords({ code })) || (steps[kind] ?? kind);
}

const steps: Readonly<Record<string, string>> = {
  "operation-sent": "Sent to Klarna",
  "operation-confirmed": "Klarna confirmed it",
  "operation-rejected": "Klarna refused it",
  "operation-settled": "Settled",
};

/** What a person says. */
export const verdictWords: Record<Verdict, string> = { done: "It was done", "not-done": "It was not done" };

/** How a person knows. */
export const sourceWords: Record<Source, string> = {
  "klarna-support": "Klarna's support told me",
  "klarna-portal": "I saw it in Klarna's portal",
  merchant: "The merchant told me",
  "seen-here": "What this page shows",
  other: "Something else",
};
