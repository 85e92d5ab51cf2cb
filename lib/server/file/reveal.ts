import "server-only";
import type { z } from "zod";

import { partRows } from "@/lib/klarna/file/contract";
import { at, type Part } from "@/lib/klarna/file/parts";
import { inputValue } from "@/lib/klarna/file/values";
import { ProblemError } from "@/lib/klarna/problem";

import { appendAudit } from "../audit";
import { keyedHash } from "../crypto";
import { query } from "../db/client";
import { requirePermissions } from "../permit";
import type { Session } from "../session";
import { freshPart } from "./fresh-part";
import type { revealInput } from "./input";
import { quotes } from "./quotes";
import { maskedRows } from "./stamps";

/** How many values a person may have shown within an hour. */
const mostAnHour = 30;
/** What is refused, in the log's words. */
const operation = "file.reveal";

/**
 * Shows one masked field whole to somebody who said why. The log's entry is committed before the value leaves, and holds neither the value nor
 * a reason that quotes it. Throws 429 to who has looked at very many, and the log keeps that they asked.
 */
export async function reveal(
  session: Session,
  { environment, account_id: accountId, resource, id, field, reason }: z.output<typeof revealInput>,
): Promise<{ readonly value: string }> {
  const row = maskedRows(resource).find(({ name }) => name === field);
  const rows = partRows[resource];
  const reading = rows.get ?? rows.list;
  if (!row || !reading) throw new ProblemError({ status: 400, code: "NOT_MASKED", message: "This field isn't masked, so there is nothing to reveal." });
  await requirePermissions(session, reading, environment);
  const part: Part = { resource, id };
  const value = inputValue(row, at(await freshPart({ environment, accountId }, part), field.split(".")));
  if (typeof value !== "string" || value === "")
    throw new ProblemError({ status: 404, code: "NOTHING_THERE", message: "Klarna has no value in this field any more. Reload the page." });
  // Whoever guesses a value in a reason learns whether it is right: that is noted and counted as if it had been shown, without what was guessed.
  const quoted = quotes(reason, value);
  const entry = quoted
    ? { kind: "refused", operation, detail: { field, item: id, quoted } }
    : { kind: "revealed", operation: `${resource}.reveal`, detail: { field, item: id, reason } };
  const noted = await query(noteStatement, [
    session.personId,
    session.role,
    environment,
    accountId,
    entry.operation,
    JSON.stringify(entry.detail),
    mostAnHour,
    keyedHash("throttle", JSON.stringify(["reveal", session.personId])),
    entry.kind,
  ]);
  if (noted.length > 0 && !quoted) return { value };
  if (noted.length > 0)
    throw new ProblemError({
      status: 400,
      code: "INVALID_INPUT",
      message: "The reason contains the value itself. Write why you need it instead.",
      fields: [{ path: "reason", message: "Leave the value out" }],
    });
  await appendAudit({ kind: "refused", by: session, environment, accountId, operation, detail: { limit: mostAnHour, field, item: id } });
  throw new ProblemError({
    status: 429,
    code: "TOO_MANY_REVEALS",
    message: `You have had ${mostAnHour} values shown within the last hour, which is as many as anybody may. Nothing was shown; try again later, or ask a colleague.`,
  });
}

// The bucket's row is what requests at the same moment wait for, one after the other; the log's entries are what the hour is counted by.
const noteStatement = `
  WITH room AS (
    INSERT INTO throttles AS t (bucket, failures, window_ends)
    SELECT $8::bytea, 1, now() + interval '1 hour'
    WHERE (SELECT count(*) FROM audit_entries WHERE person_id = $1::uuid AND (kind = 'revealed' OR kind = 'refused' AND detail ? 'quoted')
      AND at > now() - interval '1 hour') < $7::int
    ON CONFLICT (bucket) DO UPDATE SET
      failures = CASE WHEN t.window_ends > now() THEN t.failures + 1 ELSE 1 END,
      window_ends = CASE WHEN t.window_ends > now() THEN t.window_ends ELSE excluded.window_ends END
    WHERE t.window_ends <= now() OR t.failures < $7::int
    RETURNING 1)
  INSERT INTO audit_entries (kind, person_id, role, environment, account_id, operation, detail)
  SELECT $9, $1, $2, $3, $4, $5, $6::jsonb FROM room
  RETURNING id`;
