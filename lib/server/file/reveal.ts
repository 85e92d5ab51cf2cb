import "server-only";
import type { z } from "zod";

import { partRows } from "@/lib/klarna/file/contract";
import { at, type Part } from "@/lib/klarna/file/parts";
import { inputValue } from "@/lib/klarna/file/values";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { requirePermissions } from "../permit";
import type { Session } from "../session";
import { freshPart } from "./fresh-part";
import type { revealInput } from "./input";
import { maskedRows } from "./stamps";

/** How many values a person may have shown within an hour. */
const mostAnHour = 30;

/**
 * Shows one masked field whole to somebody who said why. The log's entry is committed before the value leaves, and holds neither the value nor
 * a reason that contains it. Throws 429 to who has looked at very many.
 */
export async function reveal(
  session: Session,
  { environment, account_id: accountId, resource, id, field, reason }: z.output<typeof revealInput>,
): Promise<{ readonly value: string }> {
  const row = maskedRows(resource).find(({ name }) => name === field);
  const rows = partRows[resource];
  const operation = rows.get ?? rows.list;
  if (!row || !operation) throw new ProblemError({ status: 400, code: "NOT_MASKED", message: "This field isn't masked, so there is nothing to reveal." });
  await requirePermissions(session, operation, environment);
  const part: Part = { resource, id };
  const value = inputValue(row, at(await freshPart({ environment, accountId }, part), field.split(".")));
  if (typeof value !== "string" || value === "")
    throw new ProblemError({ status: 404, code: "NOTHING_THERE", message: "Klarna has no value in this field any more. Reload the page." });
  if (flat(reason).includes(flat(value)))
    throw new ProblemError({
      status: 400,
      code: "INVALID_INPUT",
      message: "The reason contains the value itself. Write why you need it instead.",
      fields: [{ path: "reason", message: "Leave the value out" }],
    });
  const noted = await query(noteStatement, [
    session.personId,
    session.role,
    environment,
    accountId,
    `${resource}.reveal`,
    JSON.stringify({ field, item: id, reason }),
    mostAnHour,
  ]);
  if (noted.length > 0) return { value };
  throw new ProblemError({
    status: 429,
    code: "TOO_MANY_REVEALS",
    message: `You have had ${mostAnHour} values shown within the last hour, which is as many as anybody may. Nothing was shown; try again later, or ask a colleague.`,
  });
}

function flat(text: string): string {
  return text.replace(/[\s.-]/g, "").toLowerCase();
}

const noteStatement = `
  INSERT INTO audit_entries (kind, person_id, role, environment, account_id, operation, detail)
  SELECT 'revealed', $1, $2, $3, $4, $5, $6::jsonb
  WHERE (SELECT count(*) FROM audit_entries WHERE person_id = $1::uuid AND kind = 'revealed' AND at > now() - interval '1 hour') < $7::int
  RETURNING id`;
