import "server-only";
import { keyIn } from "@/lib/klarna/api-key";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import { credentials } from "@/lib/klarna/operations/credentials";

import { query } from "../db/client";
import { keyMark } from "./own";

interface Lesson {
  readonly environment: Environment;
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  readonly attempt: string | undefined;
  readonly answer: unknown;
  readonly askedAt: Date;
}

/** What answers about credentials teach: which there are, and who made or disabled them here. A new key itself is passed on and kept nowhere. */
export async function learnCredentials({ environment, name, params, attempt, answer, askedAt }: Lesson): Promise<void> {
  if (name === credentials.create.name) {
    const { credential_id, type, description } = answer as OutputOf<typeof credentials.create>;
    const key = keyIn(answer);
    await query(madeStatement, [environment, credential_id, type ?? null, description ?? null, key === undefined ? null : keyMark(key), name, attempt]);
  }
  if (name === credentials.list.name) {
    const { credentials: all } = answer as OutputOf<typeof credentials.list>;
    // One odd item is shown as it came and remembered as nothing.
    const listed = all.filter((credential) => typeof credential?.credential_id === "string");
    const each = (of: (credential: (typeof listed)[number]) => unknown) => listed.map((credential) => text(of(credential)));
    await query(listedStatement, [environment, each((one) => one.credential_id), each((one) => one.type), each((one) => one.description), askedAt]);
  }
  if (name === credentials.disable.name) await query(disabledStatement, [environment, params.credential_id, name, attempt]);
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

// In the name of whoever asked for it. What is repeated is learned again.
const madeStatement = `
  INSERT INTO credentials AS c (environment, credential_id, type, description, key_mark, made_at, made_by)
  SELECT $1, $2, $3, $4, $5::bytea, now(), person_id FROM operations WHERE environment = $1 AND name = $6 AND attempt = $7
  ON CONFLICT (environment, credential_id) DO UPDATE SET
    type = coalesce(excluded.type, c.type), description = coalesce(excluded.description, c.description), key_mark = coalesce(excluded.key_mark, c.key_mark),
    made_at = coalesce(c.made_at, excluded.made_at), made_by = coalesce(c.made_by, excluded.made_by)`;

// What was made after the list was asked for isn't missing from it.
const listedStatement = `
  WITH listed AS (SELECT DISTINCT ON (id) * FROM unnest($2::text[], $3::text[], $4::text[]) AS l (id, type, description) ORDER BY id),
  gone AS (
    UPDATE credentials c SET gone_at = now()
    WHERE c.environment = $1 AND c.gone_at IS NULL AND c.first_seen_at < $5 AND NOT EXISTS (SELECT FROM listed l WHERE l.id = c.credential_id))
  INSERT INTO credentials AS c (environment, credential_id, type, description)
  SELECT $1, id, type, description FROM listed ORDER BY id
  ON CONFLICT (environment, credential_id) DO UPDATE SET type = excluded.type, description = excluded.description, gone_at = NULL`;

const disabledStatement = `
  INSERT INTO credentials AS c (environment, credential_id, disabled_at, disabled_by)
  SELECT $1, $2, now(), person_id FROM operations WHERE environment = $1 AND name = $3 AND attempt = $4
  ON CONFLICT (environment, credential_id) DO UPDATE SET
    disabled_at = coalesce(c.disabled_at, excluded.disabled_at), disabled_by = coalesce(c.disabled_by, excluded.disabled_by)`;
