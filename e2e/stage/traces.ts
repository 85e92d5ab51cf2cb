import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";

import type { OwnPlace } from "./place";

/** The ways in which values could be written somewhere. */
export function writingsOf(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => [
    value,
    encodeURIComponent(value),
    Buffer.from(value).toString("base64").replace(/=+$/, ""),
    Buffer.from(value).toString("hex"),
  ]);
}

/** Everything that the desk, its Klarna's emulator and its database have written into their logs. */
export async function logs({ home, query }: OwnPlace): Promise<string> {
  const folder = path.join(home, "logs");
  const [server] = await query<{ data_directory: string }>("SHOW data_directory");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name));
  return [...files, path.join(server?.data_directory ?? "", "server.log")].map((file) => (existsSync(file) ? readFileSync(file, "utf8") : "")).join("\n");
}

/** Every row of every table in every schema as text, those columns too that hold bytes; pg-boss's are among them. */
export async function everythingKept({ query }: OwnPlace): Promise<string> {
  const tables = await query<{ schema: string; name: string }>(
    "SELECT table_schema AS schema, table_name AS name FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'",
  );
  expect(tables.map(({ schema }) => schema)).toEqual(expect.arrayContaining(["public", "pgboss"]));
  const rows = await Promise.all(tables.map(({ schema, name }) => query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${schema}"."${name}" t`)));
  return rows
    .flat()
    .map(({ row }) => row)
    .join("\n");
}
