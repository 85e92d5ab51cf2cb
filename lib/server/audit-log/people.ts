import "server-only";

import { query } from "../db/client";

/** Everybody the log can tell of, by name; those who can't sign in any more too. */
export async function peopleInLog(): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return query("SELECT id, name FROM people ORDER BY lower(name), id LIMIT 1000");
}
