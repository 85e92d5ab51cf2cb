import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { paymentPrograms } from "@/lib/klarna/operations/payment-programs";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { read } from "../operations/read";

/** So many are asked for at once where the desk doesn't know them: more programs than a plan has. */
const mostAsked = 40;

/** What programs are called, by id; Klarna is asked for those that the desk hasn't heard of today. One that can't be read has the name it had, or none. */
export async function programNames(environment: Environment, ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const known = await query<{ id: string; fresh: boolean }>(
    "SELECT program_id AS id, seen_at > now() - interval '1 day' AS fresh FROM program_names WHERE environment = $1 AND program_id = ANY($2)",
    [environment, ids],
  );
  const fresh = new Set(known.flatMap(({ id, fresh: isFresh }) => (isFresh ? [id] : [])));
  await Promise.all(
    ids
      .filter((id) => !fresh.has(id))
      .slice(0, mostAsked)
      .map((id) => learnName(environment, id)),
  );
  const names = await query<{ id: string; name: string }>("SELECT program_id AS id, name FROM program_names WHERE environment = $1 AND program_id = ANY($2)", [
    environment,
    ids,
  ]);
  return Object.fromEntries(names.map(({ id, name }) => [id, name]));
}

/** The reading of it teaches the desk the name. */
async function learnName(environment: Environment, payment_program_id: string): Promise<void> {
  try {
    await read({ environment, operation: paymentPrograms.get, params: { payment_program_id } }, "interactive");
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}

/** What every program is called that the desk has heard of, without asking Klarna. There are few. */
export async function knownProgramNames(environment: Environment): Promise<Readonly<Record<string, string>>> {
  const names = await query<{ id: string; name: string }>("SELECT program_id AS id, name FROM program_names WHERE environment = $1 LIMIT 1000", [environment]);
  return Object.fromEntries(names.map(({ id, name }) => [id, name]));
}
