import "server-only";
import type { SavedView } from "@/lib/desk/view";
import type { Environment } from "@/lib/klarna/environment";
import { can } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { requirePermission, type Session } from "../session";

/** What a person gives a view. */
export interface ViewContent {
  readonly name: string;
  readonly search: string;
  readonly shared: boolean;
}

/** A person's own views and the team's, by name. */
export async function listViews(environment: Environment, session: Session): Promise<readonly SavedView[]> {
  return query<SavedView>(
    `SELECT v.id, v.name, v.search, v.shared, p.name AS owner, t.view_id IS NOT NULL AS team_default, d.view_id IS NOT NULL AS own_default,
            v.person_id = $2 OR (v.shared AND $3) AS editable
     FROM saved_views v JOIN people p ON p.id = v.person_id
     LEFT JOIN default_views d ON d.view_id = v.id AND d.environment = $1 AND d.person_id = $2
     LEFT JOIN team_default_views t ON t.view_id = v.id AND t.environment = $1
     WHERE v.environment = $1 AND (v.person_id = $2 OR v.shared) ORDER BY lower(v.name), v.id`,
    [environment, session.personId, keepsTeamViews(session)],
  );
}

/** Keeps a new view; answers its id. */
export async function createView(environment: Environment, { name, search, shared }: ViewContent, session: Session): Promise<{ readonly id: string }> {
  const [made] = await query<{ id: string }>(
    `INSERT INTO saved_views (environment, name, search, shared, person_id)
     SELECT $1, $2, $3, $4, $5 WHERE (SELECT count(*) FROM saved_views WHERE environment = $1 AND person_id = $5) < ${most} RETURNING id`,
    [environment, name, search, shared, session.personId],
  );
  if (!made) throw new ProblemError({ status: 409, code: "TOO_MANY_VIEWS", message: `You have ${most} views already. Delete one that you don't use.` });
  return made;
}

const most = 100;

/** Changes a view. One that isn't for the team any more is nobody else's default. Throws 404 when it isn't this person's to change, or has gone. */
export async function changeView(environment: Environment, id: string, { name, search, shared }: ViewContent, session: Session): Promise<void> {
  const [changed] = await query(`UPDATE saved_views SET name = $5, search = $6, shared = $7, updated_at = now() WHERE ${editable} RETURNING id`, [
    ...editableValues(environment, id, session),
    name,
    search,
    shared,
  ]);
  if (!changed) throw gone();
  if (shared) return;
  await query("DELETE FROM default_views WHERE view_id = $1 AND person_id <> (SELECT person_id FROM saved_views WHERE id = $1)", [id]);
  await query("DELETE FROM team_default_views WHERE view_id = $1", [id]);
}

/** Deletes a view. What has gone already is no fault. */
export async function deleteView(environment: Environment, id: string, session: Session): Promise<void> {
  const [deleted] = await query(`DELETE FROM saved_views WHERE ${editable} RETURNING id`, editableValues(environment, id, session));
  if (!deleted && (await listViews(environment, session)).some((view) => view.id === id)) throw gone();
}

/** What a person's list begins with; null for the list of all. */
export async function setOwnDefault(environment: Environment, id: string | null, session: Session): Promise<void> {
  if (id === null) return void (await query("DELETE FROM default_views WHERE environment = $1 AND person_id = $2", [environment, session.personId]));
  const [set] = await query(
    `INSERT INTO default_views (environment, person_id, view_id)
     SELECT environment, $2, id FROM saved_views WHERE environment = $1 AND id = $3 AND (person_id = $2 OR shared)
     ON CONFLICT (environment, person_id) DO UPDATE SET view_id = excluded.view_id RETURNING view_id`,
    [environment, session.personId, id],
  );
  if (!set) throw gone();
}

/** What everybody's list begins with who has no default of their own; a view of the team's, or null. For those who keep the team's views. */
export async function setTeamDefault(environment: Environment, id: string | null, session: Session): Promise<void> {
  requirePermission(session, teamViews);
  if (id === null) return void (await query("DELETE FROM team_default_views WHERE environment = $1", [environment]));
  const [set] = await query(
    `INSERT INTO team_default_views (environment, view_id) SELECT environment, id FROM saved_views WHERE environment = $1 AND id = $2 AND shared
     ON CONFLICT (environment) DO UPDATE SET view_id = excluded.view_id RETURNING view_id`,
    [environment, id],
  );
  if (!set) throw gone();
}

const teamViews = "merchants:write";

function keepsTeamViews({ role }: Session): boolean {
  return can(role, teamViews);
}

// $1 environment, $2 view, $3 person, $4 whether they keep the team's views.
const editable = "environment = $1 AND id = $2 AND (person_id = $3 OR (shared AND $4))";

function editableValues(environment: Environment, id: string, session: Session): readonly unknown[] {
  return [environment, id, session.personId, keepsTeamViews(session)];
}

function gone(): ProblemError {
  return new ProblemError({ status: 404, code: "NO_SUCH_VIEW", message: "This view has been deleted, or isn't yours to change." });
}
