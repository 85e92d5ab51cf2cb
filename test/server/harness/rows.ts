import { query } from "@/lib/server/db/client";

/** An operation's row as a test looks at it. */
export interface OperationRow {
  readonly id: string;
  readonly name: string;
  readonly attempt: string;
  readonly idempotency_key: string;
  readonly person_id: string;
  readonly account_id: string | null;
  readonly state: string;
  readonly tries: number;
  readonly fence: number;
  readonly body: Buffer | null;
  readonly next_try_at: Date | null;
  readonly status: number | null;
  readonly code: string | null;
}

export interface AuditRow {
  readonly id: string;
  readonly kind: string;
  readonly person_id: string | null;
  readonly role: string | null;
  readonly environment: string | null;
  readonly account_id: string | null;
  readonly operation: string | null;
  readonly operation_id: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

export async function operationsOf(attempt: string): Promise<readonly OperationRow[]> {
  return query<OperationRow>("SELECT * FROM operations WHERE attempt = $1", [attempt]);
}

/** The entries after this one, oldest first. */
export async function auditAfter(id: number): Promise<readonly AuditRow[]> {
  return query<AuditRow>("SELECT * FROM audit_entries WHERE id > $1 ORDER BY id", [id]);
}

/** The latest entry so far. */
export async function latestAudit(): Promise<number> {
  const [row] = await query<{ id: string | null }>("SELECT max(id) AS id FROM audit_entries");
  return Number(row?.id ?? 0);
}

/** The names of all tables that hold something of the desk's, its queues' among them. Throws where it finds none of either: what loops over nothing guards nothing. */
export async function everyTable(): Promise<readonly string[]> {
  const tables = await query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  );
  const names = tables.map(({ name }) => name);
  if (!names.includes("public.operations") || !names.some((name) => name.startsWith("pgboss."))) throw new Error("Not all tables were found.");
  return names;
}

/** Everything in a table as text, bytes as hexadecimal: to look for what must not be there. */
export async function wholeTable(table: string): Promise<string> {
  const rows = await query<{ text: string }>(`SELECT t::text AS text FROM ${table} t`);
  return rows.map(({ text }) => text).join("\n");
}
