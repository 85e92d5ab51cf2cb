import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { appendAudit } from "../audit";
import { query } from "../db/client";
import { rereadMany } from "./rereads";

/** What became of a list of account ids. */
export interface Imported {
  readonly added: number;
  readonly known: number;
  /** What isn't an account id of this environment, as it was given. */
  readonly wrong: readonly string[];
}

/** Puts accounts that Klarna knows into the directory, by their ids; each is then read in the background, within the rate. */
export async function importAccountIds(environment: Environment, ids: readonly string[]): Promise<Imported> {
  const given = [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ""))];
  const right = given.filter((id) => isAccountId(environment, id));
  const added = await query<{ account_id: string }>(
    "INSERT INTO merchants (environment, account_id) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING RETURNING account_id",
    [environment, right],
  );
  await rereadMany(environment, right);
  await appendAudit({
    kind: "accounts-imported",
    environment,
    detail: { added: added.length, known: right.length - added.length, wrong: given.length - right.length },
  });
  return { added: added.length, known: right.length - added.length, wrong: given.filter((id) => !isAccountId(environment, id)) };
}

/** Identifiers are opaque; what can be said is that they are of one piece and don't name the other environment. */
function isAccountId(environment: Environment, id: string): boolean {
  const other = environment === "test" ? ":live:" : ":test:";
  return /^krn:[\w:-]{1,196}$/.test(id) && !id.includes(other);
}
