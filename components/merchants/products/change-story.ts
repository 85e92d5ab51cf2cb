import { duration } from "@/components/ui/time";
import type { ProductChange } from "@/lib/desk/product";
import { unsentInWords } from "@/lib/desk/undone";

/** One step of a change: what happened or is awaited, when, and what that means. */
export interface ChangeStep {
  readonly tone: "good" | "waiting" | "wrong";
  readonly title: string;
  readonly at?: string;
  readonly note?: string;
}

/** A change of a product in its steps, as far as they are known; `label` is how Klarna shows the product now. */
export function stepsOf(change: ProductChange, label: string | undefined): readonly ChangeStep[] {
  const { at, tries, state } = change;
  const requested = {
    tone: "good",
    title: "Requested",
    at,
    ...(tries > 1 && { note: `Sent ${tries} times with the same key, so it can't be done twice.` }),
  } as const;
  return [requested, answered(change), ...(state === "confirmed" ? [confirmed(change, label)] : [])];
}

function answered({ state, settled_by, settled_at, decided_by, code, at }: ProductChange): ChangeStep {
  const when = settled_at ? { at: settled_at } : {};
  if (state === "sent") return { tone: "waiting", title: "On its way to Klarna" };
  if (state === "unknown")
    return {
      tone: "waiting",
      title: "Not known whether Klarna did it",
      note: "The desk asks again with the same key, and looks at Klarna, until that is clear.",
    };
  const done = state === "confirmed";
  const tone = done ? "good" : "wrong";
  switch (settled_by) {
    case "person":
      return { tone, title: `${decided_by ?? "A person"} found out: it ${done ? "was" : "wasn't"} done`, ...when };
    case "webhook":
      return { tone, title: done ? "Done: Klarna's webhook said so" : "Klarna shows that it wasn't done", ...when };
    case "read":
      return { tone, title: `Klarna shows that it ${done ? "was" : "wasn't"} done`, ...when };
    default:
      if (!done) return { tone, title: `${unsentInWords({ code }) ?? "Refused by Klarna"}: nothing changed`, ...when, ...(code && { note: code }) };
      return { tone, title: "Accepted by Klarna", ...when, note: `After ${duration(Date.parse(settled_at ?? at) - Date.parse(at))}.` };
  }
}

function confirmed({ act, announcement, at, read_at }: ProductChange, label: string | undefined): ChangeStep {
  const shows = label ? `Klarna shows it as ${label.slice(0, 1).toLowerCase()}${label.slice(1)}.` : "";
  const spread = act === "change-category" ? "" : "It can take up to 10 minutes to be felt everywhere.";
  switch (announcement?.is) {
    case "come":
      return {
        tone: "good",
        title: "Confirmed by webhook",
        at: announcement.at,
        note: said(`After ${duration(Date.parse(announcement.at) - Date.parse(at))}.`, spread),
      };
    case "awaited":
      return { tone: "waiting", title: "Klarna's webhook is awaited", note: said("If it is late, the desk reads the product again.", spread) };
    case "late":
      return announcement.read_again
        ? { tone: "good", title: "Webhook late: read again instead", ...(read_at && { at: read_at }), note: said(shows, spread) }
        : { tone: "waiting", title: "Webhook late: being read again", at: announcement.at };
    default:
      return read_at
        ? { tone: "good", title: "Read again from Klarna", at: read_at, note: said(shows, silent(act), spread) }
        : { tone: "waiting", title: "Being read again from Klarna", note: silent(act) };
  }
}

/** Why no webhook is awaited. */
function silent(act: ProductChange["act"]): string {
  return act === "change-category" ? "Klarna announces no change of category." : "No webhook of Klarna's can reach this desk.";
}

function said(...sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(" ");
}
