import { isDay } from "@/lib/klarna/day";
import type { Environment } from "@/lib/klarna/environment";
import { can, type Role } from "@/lib/klarna/permissions";

import type { Note } from "./note";
import type { SettledBy } from "./operation";

/** Klarna's webhook about a change: awaited until, come at, or late since, and whether the merchant was read again because of that. */
export type Announcement =
  | { readonly is: "awaited"; readonly at: string }
  | { readonly is: "come"; readonly at: string }
  | { readonly is: "late"; readonly at: string; readonly read_again: boolean };

/** A field that an operation changed: as it was known, and as it was sent; null where there is nothing. */
export interface ChangedField {
  readonly path: string;
  /** What it is called on the pages; left out where it is on none. */
  readonly label?: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Whether it was masked when it was written down, because it is personal. */
  readonly masked: boolean;
}

interface Happened {
  readonly id: string;
  readonly at: string;
}

/** What somebody asked of Klarna, and what became of it. */
export interface OperationEntry extends Happened {
  readonly kind: "operation";
  readonly name: string;
  readonly state: "sent" | "confirmed" | "rejected" | "unknown";
  readonly by: string;
  readonly tries: number;
  readonly sent_at: string;
  /** What Klarna's support finds it by; null where Klarna confirmed it. */
  readonly idempotency_key: string | null;
  readonly settled_at: string | null;
  /** By what it became known, and by whom when a person said it. */
  readonly settled_by: SettledBy | null;
  readonly decided_by: string | null;
  readonly code: string | null;
  readonly error_id: string | null;
  /** Whether Klarna announced it, where it is to: null for what it doesn't announce. */
  readonly announcement: Announcement | null;
  /** When the desk last read the account from Klarna after this was settled; null while it hasn't. */
  readonly read_at: string | null;
  /** What it changed; left out where that wasn't asked for, or isn't for this person's eyes. */
  readonly fields?: readonly ChangedField[];
}

/** What Klarna told the desk. */
export interface WebhookEntry extends Happened {
  readonly kind: "webhook";
  readonly event_type: string;
  readonly duplicates: number;
  readonly processed_at: string | null;
}

/** What the desk saw become different. */
export interface ChangeEntry extends Happened {
  readonly kind: "change";
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Whether nothing that the desk did, and no event of Klarna's, explains it. */
  readonly drift: boolean;
}

export interface NoteEntry extends Note {
  readonly kind: "note";
}

/** Who saw which personal value in clear, and why; never the value. */
export interface RevealEntry extends Happened {
  readonly kind: "reveal";
  readonly by: string;
  /** Of what: `stakeholders.reveal`. */
  readonly operation: string | null;
  readonly field: string | null;
  /** What the field is called on the pages. */
  readonly label?: string;
  readonly reason: string | null;
}

/** What the desk refused somebody whose role doesn't include it. */
export interface DeniedEntry extends Happened {
  readonly kind: "denied";
  readonly by: string;
  readonly role: string | null;
  readonly operation: string | null;
}

/** What else somebody did to the merchant in the desk, in words that go on after their name. */
export interface ActEntry extends Happened {
  readonly kind: "act";
  readonly by: string;
  readonly did: string;
}

/** What Klarna settled for the merchant in one settlement; it happened when the settlement's period ended. `net` is all of the merchant's rows with VAT, in minor units. */
export interface SettlementEntry extends Happened {
  readonly kind: "settlement";
  readonly environment: Environment;
  readonly account_id: string;
  readonly settlement_id: string;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly currency: string | null;
  readonly captures: number;
  readonly refunds: number;
  readonly chargebacks: number;
  readonly net: string;
}

/** One thing that happened to a merchant. Times are ISO 8601 in UTC. */
export type TimelineEntry = OperationEntry | WebhookEntry | ChangeEntry | NoteEntry | RevealEntry | DeniedEntry | ActEntry | SettlementEntry;

/** What happened, the latest first, a page at a time. The first page begins with the notes that are pinned: they stand nowhere else. */
export interface TimelinePage {
  readonly pinned: readonly NoteEntry[];
  readonly entries: readonly TimelineEntry[];
  /** The cursor of the page after it. */
  readonly next: string | null;
}

/** What a timeline can be narrowed to. */
export const timelineKinds = ["note", "operation", "refusal", "webhook", "change", "drift", "settlement", "reveal", "act", "denied"] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** The kinds that a role may know of at all. */
export function kindsFor(role: Role): readonly TimelineKind[] {
  return timelineKinds.filter((kind) => (kind === "denied" ? can(role, "audit:read") : kind !== "settlement" || can(role, "settlements:read")));
}

/** What is asked of a timeline: kinds (none is all of them), whose doing, and whole days in UTC. All of it stands in the page's address. */
export interface TimelineQuestion {
  readonly kinds: readonly TimelineKind[];
  readonly person?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export const allThatHappened: TimelineQuestion = { kinds: [], person: undefined, from: undefined, to: undefined };

/** How much of it stands on the merchant's overview. */
export const shortTimeline = 15;

/** The question as an address has it; what can't be understood is left out. */
export function questionIn(search: { get(name: string): string | null }): TimelineQuestion {
  const given = (name: string, fits: (text: string) => boolean) => [search.get(name) ?? ""].find(fits);
  const named = (search.get("kinds") ?? "").split(",");
  return {
    kinds: timelineKinds.filter((kind) => named.includes(kind)),
    person: given("person", (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)),
    from: given("from", isDayOfOurs),
    to: given("to", isDayOfOurs),
  };
}

/** The same question always is the same address. */
export function asSearch({ kinds, person, from, to }: TimelineQuestion): Readonly<Record<string, string>> {
  const asked = { kinds: timelineKinds.filter((kind) => kinds.includes(kind)).join(","), person, from, to };
  return Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function isDayOfOurs(text: string): boolean {
  return text.startsWith("20") && isDay(text);
}
