import "server-only";
import { type Run, type RunPage, type RunRowState, type RunState, runRowStates } from "@/lib/desk/run";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { categoryNames } from "../categories/name";
import { noSuchPage, readCursor, writeCursor } from "../cursor";
import { query } from "../db/client";
import { utc } from "../db/utc";
import { type LaneStanding, rateStandings } from "../klarna/standings";
import { detailsIn } from "./order";
import { isScheduled } from "./under-way";

const pageSize = 20;

/** The runs of an environment: those that are scheduled, the next first, before all others, the latest first. */
export async function listRuns(environment: Environment, after?: string): Promise<RunPage> {
  const found: Listed[] = [];
  for (const part of partsFrom(after)) found.push(...(await runsOf(environment, part, pageSize + 1 - found.length)));
  const listed = found.slice(0, pageSize);
  const last = found.length > pageSize ? listed.at(-1) : undefined;
  return { runs: listed.map(({ run }) => run), next: last ? writeCursor([last.part, last.run[parts[last.part].by], last.run.id]) : null };
}

/** How one run stands, with what was typed about it. Throws 404 when there is none. */
export async function findRun(environment: Environment, id: string): Promise<Run> {
  const [run] = await standing("u.environment = $1 AND u.id = $2", [environment, id]);
  if (!run) throw new ProblemError({ status: 404, code: "NO_SUCH_RUN", message: "There is no such run here." });
  return run;
}

const parts = {
  scheduled: { where: isScheduled("u"), by: "starts_at", beyond: ">", order: "" },
  others: { where: `NOT ${isScheduled("u")}`, by: "created_at", beyond: "<", order: "DESC" },
} as const;
type PartName = keyof typeof parts;

interface Part {
  readonly name: PartName;
  /** The time and the id after which it goes on; undefined from its beginning. */
  readonly after?: readonly (string | undefined)[];
}

function partsFrom(cursor: string | undefined): readonly Part[] {
  if (cursor === undefined) return [{ name: "scheduled" }, { name: "others" }];
  const [name, ...after] = readCursor(cursor, ["text", "timestamptz", "uuid"]);
  if (name === "scheduled") return [{ name, after }, { name: "others" }];
  if (name === "others") return [{ name, after }];
  throw noSuchPage();
}

interface Listed {
  readonly part: PartName;
  readonly run: Run;
}

async function runsOf(environment: Environment, { name, after: [at, id] = [] }: Part, most: number): Promise<readonly Listed[]> {
  if (most === 0) return [];
  const { where, by, beyond, order } = parts[name];
  const found = await standing(
    `u.environment = $1 AND ${where} AND ($2::timestamptz IS NULL OR (u.${by}, u.id) ${beyond} ($2, $3::uuid)) ORDER BY u.${by} ${order}, u.id ${order} LIMIT ${most}`,
    [environment, at ?? null, id ?? null],
  );
  return found.map(({ details: _, ...run }) => ({ part: name, run }));
}

interface Row extends Omit<Run, "details" | "state" | "rate" | "counts" | "total" | "named"> {
  readonly sealed: Buffer | null;
  readonly paused: boolean;
  readonly due: boolean;
  readonly tags: readonly string[] | null;
  readonly rows: Readonly<Record<string, number>> | null;
}

async function standing(which: string, values: readonly unknown[]): Promise<readonly Run[]> {
  const [rows, lanes] = await Promise.all([query<Row>(`${standingStatement} WHERE ${which}`, values), rateStandings()]);
  return rows.map((row) => asRun(row, lanes));
}

function asRun({ sealed, paused, due, tags, rows, ...row }: Row, lanes: readonly LaneStanding[]): Run {
  const counts = Object.fromEntries(runRowStates.map((state) => [state, rows?.[state] ?? 0])) as Record<RunRowState, number>;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    ...row,
    counts,
    total,
    details: detailsIn({ id: row.id, details: sealed }),
    named: tags?.join(", ") ?? (row.given.code ? (categoryNames([row.given.code])[row.given.code] ?? null) : null),
    state: stateOf(row, { paused, due, begun: counts.waiting < total }),
    rate: lanes.find(({ environment, lane }) => environment === row.environment && lane === "management")?.allowed ?? null,
  };
}

function stateOf({ cancelled_at, finished_at, code }: Pick<Row, "cancelled_at" | "finished_at" | "code">, now: Now): RunState {
  if (cancelled_at !== null) return "cancelled";
  if (finished_at !== null) return "done";
  if (code !== null) return "stopped";
  if (now.paused) return "paused";
  if (!now.due) return "scheduled";
  return now.begun ? "running" : "waiting";
}

interface Now {
  readonly paused: boolean;
  readonly due: boolean;
  readonly begun: boolean;
}

const times = ["created_at", "starts_at", "finished_at", "cancelled_at"].map((name) => `${utc(`u.${name}`)} AS ${name}`).join(", ");

const standingStatement = `
  SELECT u.id, u.environment, u.act, u.given, u.details AS sealed, p.name AS by, CASE WHEN u.person_id <> u.made_by THEN n.name END AS in_name_of, u.zone, ${times},
    u.stopped AS code, u.paused_at IS NOT NULL AS paused, u.starts_at <= now() AS due, rows.counts AS rows,
    (SELECT jsonb_agg(t.name ORDER BY t.name) FROM tags t WHERE u.act = 'tag' AND u.given->'tags' ? t.id::text) AS tags
  FROM runs u JOIN people p ON p.id = u.made_by JOIN people n ON n.id = u.person_id
  CROSS JOIN LATERAL (
    SELECT jsonb_object_agg(state, count) AS counts FROM (SELECT state, count(*)::int AS count FROM run_rows WHERE run_id = u.id GROUP BY state) counted) rows`;
