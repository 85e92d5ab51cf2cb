import "server-only";
import { can } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { lookAtMerchants } from "../attention/look";
import { mention } from "../attention/rules/people";
import { appendAudit } from "../audit";
import { seal, unseal } from "../crypto";
import { query } from "../db/client";
import type { Session } from "../session";
import { namedIn } from "./colleagues";
import type { ChangedNote, NewNote, NoteAddress } from "./input";
import { placeOfNote } from "./read";

type Writer = Pick<Session, "personId" | "role">;

/** Keeps a note about a merchant of the directory, and notes that there is one, without a word of it. The same id again is the same note, as it is written then. */
export async function addNote(note: NewNote, by: Writer): Promise<void> {
  const { environment, account_id, id, body, ticket, mentions } = note;
  const named = await namedIn(body, mentions);
  const [added] = await query(
    `WITH added AS (
       INSERT INTO notes (id, environment, account_id, person_id, body, ticket)
       SELECT $3, environment, account_id, $4, $6, $7 FROM merchants WHERE environment = $1 AND account_id = $2
       ON CONFLICT (id) DO NOTHING RETURNING id),
     named AS (INSERT INTO note_mentions (note_id, person_id) SELECT id, unnest($8::uuid[]) FROM added)
     ${audited("note-added", "added", "jsonb_build_object('note', id, 'mentions', cardinality($8::uuid[]))")}`,
    [environment, account_id, id, by.personId, by.role, seal(placeOfNote(id), body), ticket, named],
  );
  if (added) return lookAtMerchants(environment, [account_id], [mention]);
  const [sent] = await query<{ sealed: Buffer; ticket: string | null }>(
    "SELECT body AS sealed, ticket FROM notes WHERE environment = $1 AND account_id = $2 AND id = $3 AND person_id = $4",
    [environment, account_id, id, by.personId],
  );
  if (!sent)
    throw new ProblemError({ status: 404, code: "UNKNOWN_MERCHANT", message: "The desk doesn't know this merchant, so nothing can be noted about it." });
  // The first answer was lost, and the author wrote on before sending it again.
  if (unseal(placeOfNote(id), sent.sealed) !== body || sent.ticket !== ticket) await changeNote({ ...note, note_id: id }, by);
}

/** Writes a note anew. Only whoever wrote it may. */
export async function changeNote({ environment, account_id, note_id, body, ticket, mentions }: ChangedNote, by: Writer): Promise<void> {
  const named = await namedIn(body, mentions, note_id);
  const [changed] = await query(
    `WITH changed AS (
       UPDATE notes SET body = $6, ticket = $7, edited_at = now() WHERE environment = $1 AND account_id = $2 AND id = $3 AND person_id = $4 RETURNING id),
     unnamed AS (DELETE FROM note_mentions WHERE note_id IN (SELECT id FROM changed) AND NOT person_id = ANY($8::uuid[])),
     named AS (INSERT INTO note_mentions (note_id, person_id) SELECT id, unnest($8::uuid[]) FROM changed ON CONFLICT DO NOTHING)
     ${audited("note-changed", "changed", "jsonb_build_object('note', id, 'mentions', cardinality($8::uuid[]))")}`,
    [environment, account_id, note_id, by.personId, by.role, seal(placeOfNote(note_id), body), ticket, named],
  );
  if (!changed) throw await whyNot({ environment, account_id, note_id }, by, "notes.change");
  await lookAtMerchants(environment, [account_id], [mention]);
}

/** Deletes a note: whoever wrote it may, and who may delete what others wrote. */
export async function deleteNote({ environment, account_id, note_id }: NoteAddress, by: Writer): Promise<void> {
  const [deleted] = await query(
    `WITH deleted AS (
       DELETE FROM notes WHERE environment = $1 AND account_id = $2 AND id = $3 AND (person_id = $4 OR $6::boolean) RETURNING id, person_id AS author)
     ${audited("note-deleted", "deleted", "jsonb_build_object('note', id) || CASE WHEN author = $4 THEN '{}' ELSE jsonb_build_object('person', author) END")}`,
    [environment, account_id, note_id, by.personId, by.role, can(by.role, "notes:delete")],
  );
  if (!deleted) throw await whyNot({ environment, account_id, note_id }, by, "notes.delete");
  await lookAtMerchants(environment, [account_id], [mention]);
}

/** Puts a note on top of the merchant's, or takes it down. What is so already stays as it is. */
export async function pinNote({ environment, account_id, note_id, pinned }: NoteAddress & { readonly pinned: boolean }, by: Writer): Promise<void> {
  const [found] = await query<{ full: boolean }>(
    `WITH found AS (SELECT id, pinned_at IS NOT NULL AS was FROM notes WHERE environment = $1 AND account_id = $2 AND id = $3 FOR UPDATE),
     others AS (SELECT count(*) AS n FROM notes WHERE environment = $1 AND account_id = $2 AND pinned_at IS NOT NULL),
     changed AS (
       UPDATE notes SET pinned_at = CASE WHEN $6::boolean THEN now() END FROM found, others
       WHERE notes.id = found.id AND found.was <> $6 AND (NOT $6 OR others.n < ${mostPinned}) RETURNING notes.id),
     noted AS (${audited("note-pinned", "changed", "jsonb_build_object('note', id, 'pinned', $6::boolean)")})
     SELECT found.was <> $6 AND NOT EXISTS (SELECT FROM changed) AS full FROM found`,
    [environment, account_id, note_id, by.personId, by.role, pinned],
  );
  if (!found) throw noSuchNote();
  if (found.full)
    throw new ProblemError({ status: 409, code: "TOO_MANY_PINNED", message: `${mostPinned} notes are pinned already. Take one down before you pin another.` });
}

/** More than these on top would hide what happened. */
const mostPinned = 5;

/** The audit entry that belongs to the rows of a statement's part: both are written, or neither is. */
function audited(kind: string, rows: string, detail: string): string {
  return `INSERT INTO audit_entries (kind, person_id, role, environment, account_id, detail)
    SELECT '${kind}', $4, $5, $1, $2, ${detail} FROM ${rows} RETURNING id`;
}

async function whyNot({ environment, account_id, note_id }: NoteAddress, by: Writer, act: string): Promise<ProblemError> {
  const [note] = await query<{ author: string }>(
    "SELECT p.name AS author FROM notes n JOIN people p ON p.id = n.person_id WHERE n.environment = $1 AND n.account_id = $2 AND n.id = $3",
    [environment, account_id, note_id],
  );
  if (!note) return noSuchNote();
  await appendAudit({ kind: "refused", by, environment, accountId: account_id, operation: act, detail: { permission: "notes:delete", note: note_id } });
  return new ProblemError({ status: 403, code: "NOT_YOURS", message: `${note.author} wrote this note. Only they can do that; write one of your own instead.` });
}

function noSuchNote(): ProblemError {
  return new ProblemError({ status: 404, code: "NO_SUCH_NOTE", message: "This note has been deleted." });
}
