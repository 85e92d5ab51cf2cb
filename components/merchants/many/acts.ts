import { counted, inTime } from "@/lib/desk/job-words";
import type { RunAct, RunCheck } from "@/lib/desk/run";

import { settledByManySentence } from "../settled-words";

/** What somebody has entered about a run, before it is made. It is kept while the list is open, so that closing the dialog loses nothing. */
export interface RunDraft {
  readonly reason: string;
  readonly details: string;
  readonly code: string;
  readonly tags: readonly string[];
  /** A day and a time of this browser's zone, `2026-11-26T14:00`; empty for at once. */
  readonly startsAt: string;
}

export const emptyDraft: RunDraft = { reason: "", details: "", code: "", tags: [], startsAt: "" };

/** What an act is called on a button: before the merchants, and after them. */
export const actWords: Readonly<Record<RunAct, { readonly verb: string; readonly will: string; readonly danger: boolean }>> = {
  suspend: { verb: "Suspend", will: "will be suspended", danger: true },
  reactivate: { verb: "Reactivate", will: "will be reactivated", danger: false },
  "change-category": { verb: "Change the category of", will: "will get the category", danger: false },
  tag: { verb: "Tag", will: "will be tagged", danger: false },
};

/** What stops, and what doesn't. */
const consequences: Readonly<Record<RunAct, string>> = {
  suspend:
    "New payments stop; it can take 10 minutes until that is felt everywhere. Refunds, disputes and other steps after a purchase may still work. Your team can reactivate them.",
  reactivate: "New payments are taken again; it can take 10 minutes until that is felt everywhere. What Klarna has disabled stays off.",
  "change-category": "Programs that don't fit the new category may no longer be offered to shoppers.",
  tag: "Nothing changes at Klarna.",
};

/** What will happen, in sentences. */
export function whatWillHappen(
  act: RunAct,
  { ready, merchants, unread, products, fraud, settled_lately, rate, oldest }: RunCheck,
  code: string,
): readonly string[] {
  const all = merchants === ready ? "" : ` of ${merchants.toLocaleString("en")}`;
  const several = products > ready - unread ? ` (${counted(products, "product")})` : "";
  return [
    `${ready.toLocaleString("en")}${all} ${ready === 1 && all === "" ? "merchant" : "merchants"}${several} ${actWords[act].will}${act === "change-category" ? ` ${code}` : ""}`,
    consequences[act],
    ...(settled_lately ? [settledByManySentence(settled_lately)] : []),
    ...(fraud > 0 ? [`${counted(fraud, "merchant")} of these ${fraud === 1 ? "was" : "were"} suspended because of fraud.`] : []),
    ...(unread > 0
      ? [
          `${counted(unread, "merchant")} of these ${unread === 1 ? "was" : "were"} never read from Klarna: the desk reads ${unread === 1 ? "it" : "each"} first, and then decides.`,
        ]
      : []),
    ...(rate && act !== "tag" && ready > 1
      ? [`It takes about ${inTime(ready / rate)}, at ${Math.floor(rate)} a second at most. Whoever works in the desk meanwhile goes first.`]
      : []),
    ...(oldest && act !== "tag" && merchants > ready ? ["Before one is left out for what the desk saw a while ago, it is read from Klarna again."] : []),
  ];
}
