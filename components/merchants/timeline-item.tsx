import { Building2, CircleHelp, Clock, Hourglass, Radio, TriangleAlert } from "lucide-react";

import type { ReactNode } from "react";

import { CopyButton } from "@/components/ui/copy-button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { TimelineItem } from "@/components/ui/timeline";
import type { Announcement, TimelineEntry } from "@/lib/desk/merchant";
import { accountWords } from "@/lib/klarna/account-words";
import { doneInWords, eventInWords } from "@/lib/klarna/change-words";
import type { StateWords } from "@/lib/klarna/plain-words";
import { productWords } from "@/lib/klarna/product-words";

import { OperationHelp } from "./operation-help";

type Operation = Extract<TimelineEntry, { kind: "operation" }>;
type Webhook = Extract<TimelineEntry, { kind: "webhook" }>;
type Change = Extract<TimelineEntry, { kind: "change" }>;

/** A thing that happened, in words: `Ada onboarded this merchant`, `Confirmed by Klarna`. */
export function timelineItem(entry: TimelineEntry): TimelineItem {
  const common = { key: `${entry.kind} ${entry.id}`, at: entry.at };
  switch (entry.kind) {
    case "operation":
      return { ...common, ...operationItem(entry) };
    case "webhook":
      return { ...common, ...webhookItem(entry) };
    case "change":
      return { ...common, ...changeItem(entry) };
  }
}

type Item = Omit<TimelineItem, "key" | "at">;

function operationItem(operation: Operation): Item {
  const { name, by, state, settled_by, decided_by, tries, code, error_id, announcement } = operation;
  const said = `${by} ${doneInWords(name)}`;
  const undone = state === "rejected" || state === "unknown";
  const detail = (tries > 1 || code || error_id || announcement || undone) && (
    <Detail>
      {announcement && <Announced announcement={announcement} />}
      {tries > 1 && <span>Sent {tries} times with the same key, so it can't be done twice.</span>}
      {code && <span className="font-mono">{code}</span>}
      {error_id && (
        <span className="inline-flex min-w-0 items-center gap-1">
          Error id <span className="min-w-0 break-all font-mono text-ink">{error_id}</span>
          <CopyButton value={error_id} label="error id" />
        </span>
      )}
      {undone && <OperationHelp operation={operation} />}
    </Detail>
  );
  const { icon, tone, actor } = outcomes[state];
  return { icon, tone, actor: knownBy(state, settled_by, decided_by) ?? actor, title: said, ...(detail && { detail }) };
}

function Announced({ announcement }: { readonly announcement: Announcement }) {
  const time = <RelativeTime at={announcement.at} />;
  switch (announcement.is) {
    case "come":
      return (
        <>
          <span>Klarna confirmed it by webhook</span>
          {time}
        </>
      );
    case "awaited":
      return <span>Klarna's webhook about it is awaited; if it is late, the desk reads the merchant again.</span>;
    case "late":
      return (
        <>
          <span>Klarna's webhook about it didn't come in time, so the desk {announcement.read_again ? "has read" : "is reading"} the merchant again</span>
          {time}
        </>
      );
  }
}

/** How an outcome became known that Klarna's answer didn't tell. */
function knownBy(state: Operation["state"], settledBy: Operation["settled_by"], decidedBy: string | null): string | undefined {
  const done = state === "confirmed";
  if (settledBy === "person") return `${decidedBy ?? "A person"} found out: ${done ? "it was done" : "it wasn't done"}`;
  if (settledBy === "webhook") return done ? "Confirmed by Klarna's webhook" : "Klarna shows that it wasn't done";
  if (settledBy === "read") return done ? "Klarna shows that it was done" : "Klarna shows that it wasn't done";
  return settledBy === "repeat" && done ? "Confirmed by Klarna when it was asked again" : undefined;
}

const outcomes: Record<Operation["state"], Pick<Item, "icon" | "tone" | "actor">> = {
  sent: { icon: <Hourglass />, tone: "waiting", actor: "On its way to Klarna" },
  confirmed: { icon: <Building2 />, tone: "good", actor: "Confirmed by Klarna" },
  rejected: { icon: <TriangleAlert />, tone: "wrong", actor: "Refused by Klarna: nothing changed" },
  unknown: { icon: <CircleHelp />, tone: "waiting", actor: "Not known yet whether Klarna did it" },
};

function webhookItem({ event_type, duplicates, processed_at }: Webhook): Item {
  return {
    icon: <Radio />,
    tone: "off",
    title: eventInWords(event_type),
    actor: processed_at ? "Webhook" : "Webhook, not acted on yet",
    ...(duplicates > 0 && { detail: <Detail>Klarna sent it {duplicates + 1} times; it counted once.</Detail> }),
  };
}

function changeItem({ field, before, after, drift }: Change): Item {
  const words = stateWords(field, after);
  const was = stateWords(field, before);
  const thing = field === "product" ? "A product became" : "Became";
  // The same state for another reason: only Klarna's own words tell the two apart.
  const shown = !words || drift || was?.label === words.label;
  return {
    icon: <Clock />,
    tone: words?.tone ?? "off",
    title: words ? `${thing} ${lowered(words)}` : `${fields.get(field) ?? field} changed`,
    actor: drift ? "Seen by the desk: nobody here changed it, and Klarna hadn't announced it" : "Seen by the desk",
    ...(shown && { detail: <Detail>{`${before ?? "nothing"} → ${after ?? "nothing"}`}</Detail> }),
  };
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

function Detail({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-muted text-xs">{children}</div>;
}
