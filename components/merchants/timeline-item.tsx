import { Ban, Clock, Eye, Landmark, Pin, Radio, StickyNote, UserRound } from "lucide-react";

import { Link } from "@/components/ui/link";
import { Period } from "@/components/ui/period";
import type { TimelineItem } from "@/components/ui/timeline";
import { isolated } from "@/lib/desk/isolated";
import type { ActEntry, ChangeEntry, DeniedEntry, NoteEntry, RevealEntry, SettlementEntry, TimelineEntry, WebhookEntry } from "@/lib/desk/timeline";
import { wantedInWords } from "@/lib/desk/wanted-words";
import { accountWords } from "@/lib/klarna/account-words";
import { eventInWords } from "@/lib/klarna/change-words";
import type { StateWords } from "@/lib/klarna/plain-words";
import { productWords } from "@/lib/klarna/product-words";

import { amountText } from "@/lib/money";
import { routes } from "@/lib/routes";

import { NoteText } from "./notes/note-text";
import { kindsCounted } from "./settled-words";
import { TimelineDetail } from "./timeline-detail";
import { operationItem } from "./timeline-operation";

type Item = Omit<TimelineItem, "key" | "at">;

/** A thing that happened, in words: `Ada onboarded this merchant`, `Confirmed by Klarna`. */
export function timelineItem(entry: TimelineEntry): TimelineItem {
  return { key: `${entry.kind} ${entry.id}`, at: entry.at, ...itemOf("by" in entry ? { ...entry, by: isolated(entry.by) } : entry) };
}

function itemOf(entry: TimelineEntry): Item {
  switch (entry.kind) {
    case "operation":
      return operationItem(entry);
    case "webhook":
      return webhookItem(entry);
    case "change":
      return changeItem(entry);
    case "note":
      return noteItem(entry);
    case "reveal":
      return revealItem(entry);
    case "denied":
      return deniedItem(entry);
    case "act":
      return actItem(entry);
    case "settlement":
      return settlementItem(entry);
  }
}

function noteItem(note: NoteEntry): Item {
  const { by, pinned_at, edited_at } = note;
  return {
    icon: pinned_at ? <Pin /> : <StickyNote />,
    tone: pinned_at ? "waiting" : "off",
    title: `${by} wrote a note`,
    actor: `${pinned_at ? "Pinned" : "Note"}${edited_at ? ", edited since" : ""}`,
    detail: <NoteText note={note} cut />,
  };
}

function revealItem({ by, field, label, reason }: RevealEntry): Item {
  return {
    icon: <Eye />,
    tone: "waiting",
    title: `${by} saw ${label ? `“${label}”` : (field ?? "a value")} in clear`,
    actor: "Revealed",
    ...(reason && { detail: <TimelineDetail>Reason: {reason}</TimelineDetail> }),
  };
}

function deniedItem({ by, role, operation }: DeniedEntry): Item {
  return {
    icon: <Ban />,
    tone: "wrong",
    title: `${by} wasn't allowed to do this`,
    actor: `Refused by the desk${role ? `, as ${role}` : ""}`,
    ...(operation && { detail: <TimelineDetail>{wantedInWords(operation)}</TimelineDetail> }),
  };
}

function actItem({ by, did }: ActEntry): Item {
  return { icon: <UserRound />, tone: "off", title: `${by} ${did}`, actor: "Done in the desk" };
}

function settlementItem({ environment, account_id, settlement_id, period_from, period_to, currency, net, ...counts }: SettlementEntry): Item {
  return {
    icon: <Landmark />,
    tone: "off",
    title: `Klarna settled ${kindsCounted(counts)}`,
    actor: "Settlement",
    detail: (
      <TimelineDetail>
        <Link className="text-accent-ink underline" href={routes.settlement(environment, settlement_id, "transactions", { account: account_id })}>
          {period_from && period_to ? <Period from={period_from} to={period_to} /> : settlement_id}
        </Link>
        {currency && <span className="tabular-nums">{`${amountText(BigInt(net), currency)} ${currency} after fees and all else`}</span>}
      </TimelineDetail>
    ),
  };
}

function webhookItem({ event_type, duplicates, processed_at }: WebhookEntry): Item {
  return {
    icon: <Radio />,
    tone: "off",
    title: eventInWords(event_type),
    actor: processed_at ? "Webhook" : "Webhook, not acted on yet",
    ...(duplicates > 0 && { detail: <TimelineDetail>Klarna sent it {duplicates + 1} times; it counted once.</TimelineDetail> }),
  };
}

function changeItem({ field, before, after, drift }: ChangeEntry): Item {
  if (field === "missing") return missingItem(after !== null, drift);
  const words = stateWords(field, after);
  const was = stateWords(field, before);
  const thing = field === "product" ? "A product became" : "Became";
  // The same state for another reason: only Klarna's own words tell the two apart.
  const shown = !words || drift || was?.label === words.label;
  return {
    icon: <Clock />,
    tone: words?.tone ?? "off",
    title: words ? `${thing} ${lowered(words)}` : `${fields.get(field) ?? field} changed`,
    actor: seenBy(drift),
    ...(shown && { detail: <TimelineDetail>{`${isolated(before ?? "nothing")} → ${isolated(after ?? "nothing")}`}</TimelineDetail> }),
  };
}

function missingItem(gone: boolean, drift: boolean): Item {
  return {
    icon: <Clock />,
    tone: gone ? "wrong" : "off",
    title: gone ? "Klarna no longer knows this account" : "Klarna knows this account again",
    actor: seenBy(drift),
  };
}

function seenBy(drift: boolean): string {
  return drift ? "Seen by the desk: nobody here changed it, and Klarna hadn't announced it" : "Seen by the desk";
}

const fields: ReadonlyMap<string, string> = new Map([
  ["account_name", "Name"],
  ["account_reference", "Reference"],
  ["group", "Group"],
  ["country", "Country"],
  ["registration_number", "Registration number"],
  ["websites", "Websites"],
  ["product-category", "A product's category"],
  ["product-profile", "A product's distribution profile"],
  ["product-added", "The list of products"],
  ["product-removed", "The list of products"],
]);

/** The directory notes a state as `OPERATIONAL / SETUP_COMPLETE`. */
function stateWords(field: string, noted: string | null): StateWords | undefined {
  const [state, reason] = noted?.split(" / ") ?? [];
  if (!state || (field !== "state" && field !== "product")) return undefined;
  return field === "product" ? productWords(state, reason) : accountWords(state, reason);
}

function lowered({ label, known }: StateWords): string {
  return known ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}
