import "server-only";
import type { z } from "zod";

import type { PayoutConnection } from "@/lib/desk/payout";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../../db/client";
import { databaseTime } from "../../db/clock";
import { utc } from "../../db/utc";
import { env } from "../../env";
import { cancelJob } from "../../jobs/queue";
import type { Actor } from "../../operations/record";
import { hintOf, sealCredential } from "../api/credential";
import { startSync } from "../sync/start";
import { noSuchConnection } from "./access";
import { type changedConnection, credentialIn, type newConnection } from "./input";

/** The connections that aren't removed, without their secrets. */
export async function listConnections(): Promise<readonly PayoutConnection[]> {
  return query<PayoutConnection>(listStatement);
}

/** Adds a connection and begins to read it from its start date on. `by` is nobody on the command line. */
export async function addConnection(given: z.output<typeof newConnection>, by: Actor | undefined): Promise<{ readonly id: string }> {
  if (!env().klarna.has(given.environment)) throw notConnected(given.environment);
  await requireBegun(given);
  const credential = credentialIn(given);
  const id = crypto.randomUUID();
  const { environment, region, name, start_date } = given;
  await query(addStatement, [
    id,
    environment,
    region,
    name,
    sealCredential(id, credential),
    hintOf(credential),
    start_date,
    by?.personId ?? null,
    by?.role ?? null,
  ]);
  await startSync(id, "full", by);
  return { id };
}

/** Changes what a connection is called, from when it is read, or its credential; an earlier start is read at once. */
export async function changeConnection(given: z.output<typeof changedConnection>, by: Actor): Promise<void> {
  const { id, name, start_date } = given;
  await requireBegun(given);
  const renewed = given.api_key !== undefined || given.username !== undefined;
  const credential = renewed ? credentialIn(given) : undefined;
  const [changed] = await query<{ earlier: boolean }>(changeStatement, [
    id,
    name,
    start_date,
    credential ? sealCredential(id, credential) : null,
    credential ? hintOf(credential) : null,
    by.personId,
    by.role,
    JSON.stringify({ connection: id, credential: renewed }),
    given.environment,
  ]);
  if (!changed) throw noSuchConnection();
  if (changed.earlier) await startSync(id, "full", by).catch(unlessOpen);
}

/** Removes a connection: its secret is destroyed and nothing more is read with it. What was read stays. */
export async function removeConnection(id: string, by: Actor): Promise<void> {
  const removed = await query<{ sync: string | null }>(removeStatement, [id, by.personId, by.role, JSON.stringify({ connection: id })]);
  if (removed.length === 0) throw noSuchConnection();
  for (const { sync } of removed) if (sync) await cancelJob("payouts", sync);
}

/** Nothing is there to be read of a day that hasn't begun, by the database's clock. */
async function requireBegun({ start_date }: { readonly start_date: string }): Promise<void> {
  if (Date.parse(start_date) <= (await databaseTime()).getTime()) return;
  const fields = [{ path: "start_date", message: "This day is still to come" }];
  throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: "Some fields need attention.", fields });
}

function notConnected(environment: string): ProblemError {
  const message = `This desk isn't connected to Klarna's ${environment.toUpperCase()} environment, so its payouts would have no pages here.`;
  return new ProblemError({ status: 400, code: "INVALID_INPUT", message, fields: [{ path: "environment", message }] });
}

function unlessOpen(error: unknown): void {
  if (!(error instanceof ProblemError) || error.problem.code !== "SYNC_OPEN") throw error;
}

const audited = (kind: string, person: string, role: string, detail: string) => `
  INSERT INTO audit_entries (kind, person_id, role, environment, detail) SELECT '${kind}', ${person}::uuid, ${role}, environment, ${detail} FROM done`;

const addStatement = `
  WITH done AS (
    INSERT INTO payout_connections (id, environment, region, name, credential, hint, start_date, person_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id, environment, region)
  ${audited("payouts-connected", "$8", "$9", "jsonb_build_object('connection', id, 'region', region)")}`;

const changeStatement = `
  WITH before AS (SELECT id, start_date FROM payout_connections WHERE id = $1 AND environment = $9 AND removed_at IS NULL),
  done AS (
    UPDATE payout_connections c SET name = $2, start_date = $3, credential = coalesce($4, credential), hint = coalesce($5, hint),
      refusal = CASE WHEN $4::bytea IS NULL THEN refusal END
    FROM before WHERE c.id = before.id RETURNING c.environment, c.start_date < before.start_date AS earlier),
  noted AS (${audited("payouts-connection-changed", "$6", "$7", "$8::jsonb")})
  SELECT earlier FROM done`;

const removeStatement = `
  WITH done AS (
    UPDATE payout_connections SET removed_at = now(), credential = NULL WHERE id = $1 AND removed_at IS NULL RETURNING id, environment),
  pending AS (DELETE FROM pending_lines l USING done WHERE l.connection_id = done.id),
  ended AS (UPDATE payout_syncs s SET cancelled_at = now() FROM done WHERE s.connection_id = done.id AND s.finished_at IS NULL AND s.cancelled_at IS NULL RETURNING s.id),
  noted AS (${audited("payouts-connection-removed", "$2", "$3", "$4::jsonb")})
  SELECT (SELECT id FROM ended) AS sync FROM done`;

const listStatement = `
  SELECT c.id, c.environment, c.region, c.name, c.hint, c.start_date::text, p.name AS by, ${utc("c.created_at")} AS created_at, ${utc("c.answered_at")} AS answered_at,
    c.refusal, ${utc("c.listed_until")} AS listed_until, coalesce(own.merchant_ids, '{}') AS merchant_ids, coalesce(own.payouts, 0) AS payouts
  FROM payout_connections c LEFT JOIN people p ON p.id = c.person_id
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT merchant_id ORDER BY merchant_id) FILTER (WHERE merchant_id IS NOT NULL) AS merchant_ids, count(*)::int AS payouts
    FROM payouts o WHERE o.connection_id = c.id) own ON true
  WHERE c.removed_at IS NULL ORDER BY c.environment DESC, c.name, c.id`;
