import "server-only";
import { z } from "zod";

import { type CredentialList, credentialActs, keyVariable, releaseMinutes } from "@/lib/desk/credential";
import { type Environment, environments } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { credentials } from "@/lib/klarna/operations/credentials";
import { ProblemError } from "@/lib/klarna/problem";
import { checked } from "@/lib/klarna/text";

import { query } from "../db/client";
import { isNotThere } from "../klarna/from-klarna";
import { klarnaSettings } from "../klarna/settings";
import { change } from "../operations/change";
import { idempotencyKey } from "../operations/key";
import type { Actor } from "../operations/record";
import { listCredentials } from "./list";
import { keyMark } from "./own";

/** What can be asked for about one credential. */
export const credentialAct = z.strictObject({
  environment: z.enum(environments),
  act: z.enum(credentialActs),
  credential_id: checked((value) => checkPathParam("credential_id", value)),
});

/** Does one thing and answers how the credentials stand then. Each can be asked for again after it was cut off anywhere. */
export async function actOnCredential({ environment, act, credential_id }: z.output<typeof credentialAct>, by: Actor): Promise<CredentialList> {
  if (act === "disable") await disable(environment, credential_id, by);
  else await note(act, environment, credential_id, by);
  return listCredentials(environment);
}

async function disable(environment: Environment, credential_id: string, by: Actor): Promise<void> {
  // The same deletion has the same name, whoever asks for it, how often and in which letters.
  const attempt = idempotencyKey(environment, credentials.disable.name, credential_id.toLowerCase());
  try {
    await change(by, { environment, operation: credentials.disable, params: { credential_id }, attempt, body: undefined, value: undefined }, "interactive");
  } catch (error) {
    // It is gone already.
    if (!(error instanceof ProblemError) || (!isNotThere(error.problem) && error.problem.code !== "ALREADY_DONE")) throw error;
  }
}

async function note(act: keyof typeof notes, environment: Environment, credentialId: string, by: Actor): Promise<void> {
  const { fact, statement, refused } = notes[act];
  const done = await query(statement, [environment, credentialId, by.personId, by.role, fact(environment)]);
  if (done.length === 0) throw new ProblemError({ status: 404, code: "NO_SUCH_CREDENTIAL", message: `${refused}. Look at the list again.` });
}

// A key belongs to one credential: what was said before doesn't count any more, but whoever made one here knows better.
const tellStatement = `
  WITH told AS (
    UPDATE credentials SET key_mark = $5::bytea WHERE environment = $1 AND credential_id = $2 AND gone_at IS NULL AND type IS DISTINCT FROM 'CLIENT'
      AND NOT EXISTS (SELECT FROM credentials o WHERE o.environment = $1 AND o.key_mark = $5 AND o.made_at IS NOT NULL)
    RETURNING credential_id),
  corrected AS (
    UPDATE credentials SET key_mark = NULL
    WHERE environment = $1 AND credential_id <> $2 AND key_mark = $5 AND made_at IS NULL AND EXISTS (SELECT FROM told))
  INSERT INTO audit_entries (kind, person_id, role, environment, detail)
  SELECT 'credential-told', $3, $4, $1, jsonb_build_object('credential', credential_id) FROM told RETURNING id`;

const intendStatement = `
  WITH intended AS (
    UPDATE credentials SET intended_at = now() WHERE environment = $1 AND credential_id = $2 AND gone_at IS NULL AND made_at IS NOT NULL RETURNING credential_id)
  INSERT INTO audit_entries (kind, person_id, role, environment, detail)
  SELECT 'credential-intended', $3, $4, $1, jsonb_build_object('credential', credential_id, 'variable', $5::text) FROM intended RETURNING id`;

const releaseStatement = `
  WITH released AS (
    UPDATE credentials SET released_until = now() + make_interval(mins => $5::int) WHERE environment = $1 AND credential_id = $2 AND gone_at IS NULL
    RETURNING credential_id)
  INSERT INTO audit_entries (kind, person_id, role, environment, detail)
  SELECT 'credential-released', $3, $4, $1, jsonb_build_object('credential', credential_id, 'minutes', $5::int) FROM released RETURNING id`;

const isGone = "There is no such credential any more";

/** What is written down by each act, and why it may not be. */
const notes = {
  tell: {
    fact: (environment: Environment) => keyMark(klarnaSettings(environment).apiKey),
    statement: tellStatement,
    refused: "This can't be the desk's own: that is known already, or this one is gone",
  },
  intend: { fact: keyVariable, statement: intendStatement, refused: isGone },
  release: { fact: () => releaseMinutes, statement: releaseStatement, refused: isGone },
} as const;
