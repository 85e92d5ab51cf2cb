import type { Environment } from "./environment";
import { everyOperation } from "./every-operation";

/** What is known of something that went wrong at Klarna. There is no field for what was sent, or about whom it was. */
export interface Incident {
  readonly environment?: Environment | undefined;
  readonly accountId?: string | undefined;
  /** The operation's name: its row gives method and path. */
  readonly operation?: string | undefined;
  /** When it was sent, the last time; ISO 8601. */
  readonly at?: string | undefined;
  readonly firstAt?: string | undefined;
  readonly tries?: number | undefined;
  readonly errorId?: string | null | undefined;
  readonly code?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  readonly outcome: keyof typeof outcomes;
}

/** What Klarna's support asks for, a line each. A path is its template: the account is named, nothing else that was in it. */
export function supportText(incident: Incident): string {
  const { environment, accountId, at, firstAt, tries = 1, errorId, code, outcome } = incident;
  const lines = [
    ["Environment", environment?.toUpperCase()],
    ["Account", accountId],
    ["Operation", operationLine(incident)],
    ["Time (UTC)", utc(at)],
    ["First sent (UTC)", tries > 1 ? utc(firstAt) : undefined],
    ["Sent", tries > 1 ? `${tries} times` : undefined],
    ["Error id", errorId],
    ["Error code", code],
    ["Idempotency key", keyOf(incident)],
    ["Outcome", outcomes[outcome]],
  ];
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${oneLine(value)}`] : [])).join("\n");
}

const outcomes = {
  refused: "refused",
  failed: "failed",
  unsent: "not sent: it did not get as far as Klarna",
  unclear: "not known: it is unclear whether this was carried out",
} as const;

function operationLine({ operation }: Incident): string | undefined {
  const row = everyOperation.get(operation ?? "");
  return row ? `${row.method} ${row.path}` : operation;
}

/** A removal is sent without a key. */
function keyOf({ operation, idempotencyKey }: Incident): string | null | undefined {
  return everyOperation.get(operation ?? "")?.method === "DELETE" ? undefined : idempotencyKey;
}

function utc(at: string | undefined): string | undefined {
  return at === undefined || Number.isNaN(Date.parse(at)) ? undefined : new Date(at).toISOString();
}

/** Codes and ids are Klarna's, and may be anything: none begins a line of its own. */
function oneLine(value: string): string {
  return value
    .replace(/[\s\p{C}]+/gu, " ")
    .trim()
    .slice(0, 200);
}
