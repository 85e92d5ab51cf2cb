import "server-only";
import type { DeskCredential, KnownCredentials, UnclearCredential } from "@/lib/desk/credential";
import type { Environment } from "@/lib/klarna/environment";
import { credentials } from "@/lib/klarna/operations/credentials";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { env } from "../env";
import { repeatableHours } from "../operations/key";
import { stillHeld } from "./own";

/** What the desk knows of an environment's credentials without asking Klarna: a page is drawn with it at once. */
export async function knownCredentials(environment: Environment): Promise<KnownCredentials> {
  const scale = env().DESK_TIME_SCALE;
  const [rows, [holders], [unclear]] = await Promise.all([
    query<CredentialRow>(knownStatement, [environment, scale]),
    query<{ strangers: number }>(strangersStatement, [environment, scale]),
    query<UnclearCredential>(unclearStatement, [environment, credentials.create.name, repeatableHours]),
  ]);
  const strangers = holders?.strangers ?? 0;
  return { environment, credentials: rows.map((row) => withOwn(row, strangers)), strangers, unclear: unclear ?? null };
}

interface CredentialRow extends Omit<DeskCredential, "own" | "environment" | "client_id"> {
  readonly marked: boolean;
}

function withOwn({ marked, ...row }: CredentialRow, strangers: number): DeskCredential {
  return { ...row, environment: null, client_id: null, own: ownership(row, marked, strangers) };
}

/** A browser's id opens no door of the server's; and of a key that was made here it is known who has it. */
function ownership({ processes, type }: Pick<CredentialRow, "processes" | "type">, marked: boolean, strangers: number): DeskCredential["own"] {
  if (processes > 0) return "yes";
  return strangers > 0 && !marked && type !== "CLIENT" ? "unknown" : "no";
}

const isTheirs = "(h.credential_id = lower(c.credential_id) OR h.key_mark = c.key_mark)";

const knownStatement = `
  SELECT c.credential_id, c.type, c.description, ${utc("c.made_at")} AS made_at, m.name AS made_by, ${utc("c.first_seen_at")} AS first_seen_at,
    ${utc("c.gone_at")} AS gone_at, ${utc("c.disabled_at")} AS disabled_at, d.name AS disabled_by, ${utc("c.used_at")} AS used_at, c.intended_at IS NOT NULL AS intended,
    CASE WHEN c.released_until > now() THEN ${utc("c.released_until")} END AS released_until, c.key_mark IS NOT NULL AS marked,
    (SELECT count(*)::int FROM key_holders h WHERE h.environment = c.environment AND ${stillHeld("h", "$2")} AND ${isTheirs}) AS processes
  FROM credentials c LEFT JOIN people m ON m.id = c.made_by LEFT JOIN people d ON d.id = c.disabled_by
  WHERE c.environment = $1
  ORDER BY c.gone_at IS NOT NULL OR c.disabled_at IS NOT NULL, coalesce(c.made_at, c.first_seen_at) DESC, c.credential_id`;

const strangersStatement = `
  SELECT count(*)::int AS strangers FROM key_holders h
  WHERE h.environment = $1 AND ${stillHeld("h", "$2")} AND NOT EXISTS (SELECT FROM credentials c WHERE c.environment = h.environment AND ${isTheirs})`;

// What was sent stands in the entry that was written before it left.
const unclearStatement = `
  SELECT o.id AS operation_id, o.attempt, a.detail->'body' AS draft, p.name AS by, ${utc("o.first_sent_at")} AS at
  FROM operations o JOIN people p ON p.id = o.person_id
  JOIN LATERAL (SELECT detail FROM audit_entries a WHERE a.operation_id = o.id AND a.kind = 'operation-sent' ORDER BY a.id DESC LIMIT 1) a ON true
  WHERE o.environment = $1 AND o.name = $2 AND (o.state = 'unknown' OR (o.state = 'sent' AND o.lease_until < now()))
    AND o.first_sent_at > now() - make_interval(hours => $3::int)
  ORDER BY o.first_sent_at DESC LIMIT 1`;
