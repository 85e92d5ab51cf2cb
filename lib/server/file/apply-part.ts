import "server-only";
import type { PartAnswer, PartChange } from "@/lib/desk/file";
import type { Environment } from "@/lib/klarna/environment";
import { changeBody, newBody, partRows } from "@/lib/klarna/file/contract";
import { type Fields, idField } from "@/lib/klarna/file/parts";
import type { Operation } from "@/lib/klarna/operation";
import { ProblemError } from "@/lib/klarna/problem";
import type { OperationState } from "../db/schema/operations";
import { change } from "../operations/change";
import { isAsRecorded } from "../operations/record";
import { parseInput } from "../parse-input";
import { requirePermissions, requireProofFor } from "../permit";
import { refuseMasks } from "../read-call";
import type { Session } from "../session";
import { alreadyThere } from "./already-there";
import { attemptOf } from "./attempt";
import { withBrandReference } from "./brand-reference";
import { changedFields } from "./changed-fields";
import { type Compared, compare } from "./compare";
import { holdsPart } from "./edits";
import { freshPart, partParams } from "./fresh-part";
import { alone, type StillMine } from "./lease";
import { standingOf } from "./standing";

/** Whose edit it is, and of which merchant. */
export interface EditPlace {
  readonly environment: Environment;
  readonly accountId: string;
  readonly editId: string;
}

/**
 * Sends one part of an edit: alone on this merchant, after reading it anew and comparing it with what the person started from. What only
 * others changed stays theirs; what both changed isn't sent, and comes back. What was confirmed isn't sent again, and only what it was is
 * called done: somebody may have typed on before its outcome was known. Throws refusals and unknown outcomes as problems.
 */
export async function applyPart(session: Session, place: EditPlace, given: PartChange): Promise<PartAnswer> {
  const operation = partRows[given.resource][given.act];
  if (!operation) throw new ProblemError({ status: 404, code: "NO_SUCH_OPERATION", message: "Klarna offers no way to do this." });
  await requirePermissions(session, operation, place.environment);
  const attempt = attemptOf(place.editId, given);
  return alone(place.environment, place.accountId, async (stillMine) => {
    const standing = await standingOf(place, given, attempt);
    // Of what was confirmed nothing leaves: it is only compared, which a page asks for by itself.
    if (standing !== "confirmed") requireProofFor(session, operation);
    const work = { session, place, given, operation, attempt, standing, stillMine };
    return given.act === "create" ? create(work) : write(work);
  });
}

interface Work {
  readonly session: Session;
  readonly place: EditPlace;
  readonly given: PartChange;
  readonly operation: Operation;
  readonly attempt: string;
  /** How this attempt stood before; undefined when it was never sent. */
  readonly standing: OperationState | undefined;
  readonly stillMine: StillMine;
}

async function write(work: Work): Promise<PartAnswer> {
  const { session, place, given, standing } = work;
  if (standing === "confirmed" && given.act === "delete") return { is: "done", merged: [] };
  const current = await freshPart(place, given);
  if (!current) return { is: "gone" };
  const { to, conflicts, merged } = compare(session.role, place, given, current, await isOurs(work, current));
  if (standing === "confirmed") return Object.keys(to).length + conflicts.length > 0 ? { is: "sent-before" } : { is: "done", merged: [] };
  if (given.act === "delete") return merged.length > 0 ? { is: "conflict", conflicts: [], merged } : send(work, undefined, current, []);
  if (Object.keys(to).length + conflicts.length === 0) return { is: "as-wanted" };
  // Before anybody is asked to choose: neither could be sent.
  refuseSecondTime(given, current);
  if (conflicts.length > 0) return { is: "conflict", conflicts, merged };
  return send(work, await sentOf(work, current, to), current, merged);
}

/** What is sent of a change. Throws 400 for what Klarna wouldn't take. */
async function sentOf({ place, given, operation }: Work, current: Fields, to: Compared["to"]): Promise<unknown> {
  const { body, faults } = changeBody(given.resource, current, to);
  if (faults.length > 0) throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: "Some fields need attention.", fields: faults });
  return checked(operation, given.resource === "websites" ? await withBrandReference(place, body) : body);
}

/** Whether what is wanted was sent under this attempt before, to the byte: then its author may be told that it stands. */
async function isOurs(work: Work, current: Fields): Promise<boolean> {
  const { given, standing } = work;
  if (standing === undefined || given.act !== "update") return false;
  const value = await sentOf(work, current, wantedIn(given)).catch(() => undefined);
  return value !== undefined && isSentBefore(work, value);
}

/** Whether this very body is recorded under the attempt. */
function isSentBefore({ place, given, operation, attempt }: Work, value: unknown): Promise<boolean> {
  return isAsRecorded({ environment: place.environment, operation, params: partParams(place, given, operation), attempt, body: JSON.stringify(value) });
}

/** An emptied field is null on the wire only. */
function wantedIn({ to }: PartChange): Compared["to"] {
  return Object.fromEntries(Object.entries(to).map(([name, written]) => [name, written ?? undefined]));
}

async function create(work: Work): Promise<PartAnswer> {
  const { place, given, operation, standing } = work;
  const to = wantedIn(given);
  const body = checked(operation, newBody(given.resource, to));
  if (standing === "confirmed") return (await isSentBefore(work, body)) ? { is: "done", merged: [] } : { is: "sent-before" };
  // What was sent and isn't clear may be what is there: the record of it decides then.
  const isSent = standing === "sent" || standing === "unknown";
  if (!isSent && (await alreadyThere(place, given.resource, to)))
    throw new ProblemError({
      status: 409,
      code: "ALREADY_THERE",
      message: "This merchant has it already; somebody may have added it meanwhile. Nothing was sent.",
    });
  return send(work, body, {}, []);
}

async function send(
  { session, place, given, operation, attempt, stillMine }: Work,
  value: unknown,
  current: Fields,
  merged: readonly string[],
): Promise<PartAnswer> {
  const { environment } = place;
  const params = partParams(place, given, operation);
  const body = value === undefined ? undefined : JSON.stringify(value);
  refuseMasks(body);
  await requirePermissions(session, operation, environment, { params, query: undefined, value, body, attempt });
  if (!(await stillMine()))
    throw new ProblemError({
      status: 409,
      code: "MERCHANT_BUSY",
      message: "This took so long that another change of this merchant went first. Nothing was sent; try again.",
    });
  // Who lost the connection was told that it wasn't sent, and may have given it up while this waited for its turn.
  if (!(await holdsPart(place.editId, given)))
    throw new ProblemError({ status: 409, code: "GIVEN_UP", message: "This change was given up before it was sent. Nothing was sent." });
  const changed = changedFields(given.resource, current, given.act === "delete" ? {} : (value as Fields));
  const { output } = await change(session, { environment, operation, params, attempt, body, value, changed }, "interactive");
  const id = (output as Fields | undefined)?.[idField(given.resource) ?? ""];
  return { is: "done", merged, ...(typeof id === "string" && { id }) };
}

function checked({ body: schema }: Operation, body: Fields): unknown {
  return schema ? parseInput(schema, body) : undefined;
}

/** Klarna takes account information once. What stands is shown beside the refusal by the page, which reads it anew. */
function refuseSecondTime({ resource }: PartChange, current: Fields): void {
  if (resource !== "accountInformation" || Object.values(current).every((field) => field === null || field === undefined)) return;
  throw new ProblemError({
    status: 409,
    code: "ONLY_ONCE",
    message: "Klarna takes this once, and it stands already. Nothing was sent.",
  });
}
