import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { seal } from "../crypto";
import { query } from "../db/client";
import { klarnaSettings } from "../klarna/settings";
import type { Actor } from "../operations/record";
import { keyPlace } from "./keys";

/** Accepts a key that was made elsewhere and typed in. */
export async function acceptTyped(environment: Environment, keyId: string, secret: string, by: Actor): Promise<void> {
  if (klarnaSettings(environment).webhookKeys.has(keyId)) {
    const message = "This key is in the desk's settings, which count";
    throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: `${message}.`, fields: [{ path: "key_id", message }] });
  }
  await query(acceptStatement, [environment, keyId, seal(keyPlace(environment, keyId), secret), by.personId, by.role]);
}

const acceptStatement = `
  WITH accepted AS (
    INSERT INTO webhook_keys (environment, key_id, secret, source, person_id) VALUES ($1, $2, $3, 'typed', $4)
    ON CONFLICT (environment, key_id) DO UPDATE SET
      secret = excluded.secret, source = 'typed', person_id = excluded.person_id, created_at = now(), superseded_at = NULL, superseded_by = NULL, retired_at = NULL
    RETURNING key_id)
  INSERT INTO audit_entries (kind, person_id, role, environment, detail)
  SELECT 'webhook-key-added', $4, $5, $1, jsonb_build_object('key', key_id) FROM accepted`;
