import "server-only";
import { isDeepStrictEqual } from "node:util";

import type { DirectoryQuery } from "@/lib/desk/directory";
import { isNumberTyped, schedulableActs } from "@/lib/desk/run";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { query } from "../db/client";
import { databaseTime } from "../db/clock";
import { utc } from "../db/utc";
import { Values } from "../db/values";
import { wake } from "../jobs/wake";
import type { Session } from "../session";
import { digestOf, weighRun } from "./check";
import { type Confirmed, requireConfirmed } from "./confirm";
import { asKept, type Kept, orderIn, type RunOrder } from "./order";

/** What somebody wants done, to whom and when. */
export interface Wanted extends Confirmed {
  readonly environment: Environment;
  /** Issued by the check: the same wish is one run, however often it is sent. */
  readonly run: string;
  /** Whom the person was told of, as the check's hash of them. */
  readonly meant: string;
  readonly order: RunOrder;
  readonly asked: DirectoryQuery;
  readonly starts_at?: string | undefined;
  readonly zone?: string | undefined;
}

/**
 * Makes a run: with a row for each merchant that the question means at this moment, and its audit entry, in one statement. Throws 409 when those
 * that it would be done to are others than the person saw. It begins at once, or at its time.
 */
export async function makeRun(session: Session, wanted: Wanted): Promise<{ readonly id: string }> {
  const { environment, run: id, order, asked } = wanted;
  if (await isMade(session, wanted)) return { id };
  const startsAt = await startOf(wanted);
  if (order.act === "tag") await requireTags(environment, order.tags);
  const { ids, meant, ready } = await weighRun(environment, order, asked);
  if (ready === 0 && wanted.count === 0)
    throw new ProblemError({ status: 400, code: "NOTHING_TO_DO", message: "There is no merchant that this could be done to. Nothing was begun." });
  requireConfirmed(wanted, ready, isNumberTyped(order, ready));
  if (digestOf(meant) !== wanted.meant) throw othersMeant();
  await insert(session, wanted, ids, startsAt);
  wake();
  return { id };
}

function othersMeant(): ProblemError {
  const message = "By now it would be done to other merchants than you saw, as many as they are. Nothing was begun: look at it again.";
  return new ProblemError({ status: 409, code: "OTHERS_MEANT", message });
}

/** Of those that were weighed, and no others that the question may mean since. */
async function insert(session: Session, wanted: Wanted, ids: readonly string[], startsAt: Date | undefined): Promise<void> {
  const { environment, run: id, order, zone } = wanted;
  const { given, details } = asKept(id, order);
  const values = new Values();
  const add = (value: unknown) => values.add(value);
  const scheduled = startsAt && { starts_at: startsAt.toISOString(), zone };
  await query(
    `WITH made AS (
       INSERT INTO runs (id, environment, act, given, details, made_by, person_id, starts_at, zone)
       VALUES (${add(id)}, ${add(environment)}, ${add(order.act)}, ${add(JSON.stringify(given))}, ${add(details)}, ${add(session.personId)}, ${add(session.personId)},
         coalesce(${add(startsAt ?? null)}, now()), ${add(startsAt ? (zone ?? "UTC") : null)})
       ON CONFLICT (id) DO NOTHING RETURNING id, environment),
     filled AS (
       INSERT INTO run_rows (run_id, line, account_id)
       SELECT made.id, row_number() OVER (ORDER BY m.name_key, m.account_id), m.account_id
       FROM made JOIN merchants m ON m.environment = made.environment AND m.account_id = ANY(${add(ids)}::text[]) RETURNING 1)
     INSERT INTO audit_entries (kind, person_id, role, environment, detail)
     SELECT ${add(startsAt ? "run-scheduled" : "run-begun")}, ${add(session.personId)}, ${add(session.role)}, made.environment,
       ${add(JSON.stringify({ act: order.act, ...given, ...scheduled }))}::jsonb || jsonb_build_object('run', made.id, 'merchants', (SELECT count(*) FROM filled))
     FROM made`,
    values.list,
  );
}

/** Whether this very run was made already, by the same person: a double click, or an answer that got lost. Throws 409 where it was made as another. */
async function isMade(session: Session, { run: id, order, starts_at }: Wanted): Promise<boolean> {
  const [run] = await query<Kept & { made_by: string; put_off_to: string | null }>(
    `SELECT id, act, given, details, made_by, CASE WHEN zone IS NOT NULL THEN ${utc("starts_at")} END AS put_off_to FROM runs WHERE id = $1`,
    [id],
  );
  if (!run) return false;
  if (run.made_by !== session.personId) throw madeOtherwise("This run was made by somebody else. Check again what would happen, and begin anew.");
  if (isDeepStrictEqual(orderIn(run), order) && isSameTime(run.put_off_to, starts_at)) return true;
  throw madeOtherwise("A run was made from here already, as it stood then: look at it under Runs. To make another one, close this and choose again.");
}

function isSameTime(one: string | null, other: string | undefined): boolean {
  return one === null || other === undefined ? one === (other ?? null) : Date.parse(one) === Date.parse(other);
}

function madeOtherwise(message: string): ProblemError {
  return new ProblemError({ status: 409, code: "RUN_EXISTS", message });
}

const latestDays = 366;

async function startOf({ order, starts_at }: Wanted): Promise<Date | undefined> {
  if (starts_at === undefined) return undefined;
  if (!schedulableActs.includes(order.act)) throw wrongTime("Only suspending and reactivating can be put off. Leave the time out");
  const [at, now] = [new Date(starts_at), await databaseTime()];
  if (at <= now) throw wrongTime("This time has passed. Choose one that is still to come, or begin now");
  if (at.getTime() > now.getTime() + latestDays * 86_400_000) throw wrongTime("Choose a time within the next year");
  return at;
}

function wrongTime(message: string): ProblemError {
  return new ProblemError({ status: 400, code: "INVALID_INPUT", message: `${message}.`, fields: [{ path: "starts_at", message }] });
}

async function requireTags(environment: Environment, tags: readonly string[]): Promise<void> {
  const found = await query("SELECT 1 FROM tags WHERE environment = $1 AND id = ANY($2::uuid[])", [environment, tags]);
  if (found.length === new Set(tags).size) return;
  const message = "One of these tags has been deleted. Choose anew";
  throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: `${message}.`, fields: [{ path: "order.tags", message }] });
}
