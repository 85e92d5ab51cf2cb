import "server-only";
import type { MerchantFile } from "@/lib/desk/file";
import type { Environment } from "@/lib/klarna/environment";
import { accounts } from "@/lib/klarna/operations/accounts";
import { can, type Role } from "@/lib/klarna/permissions";
import { classPermission, present, type SensitiveClass } from "@/lib/klarna/sensitive";

import { databaseTime } from "../db/clock";
import { read } from "../operations/read";
import { fileStamps } from "./stamps";

const { expansions, output: schema } = accounts.get;
type Expansion = keyof typeof expansions;

/** Reads a merchant's whole file by one call: with every expansion that the role may see, masked as it sees them. */
export async function readFile(role: Role, environment: Environment, accountId: string): Promise<MerchantFile> {
  const query = { expand: expansionsFor(role) };
  // Before Klarna is asked: what is confirmed while it answers may not be in the answer. By the clock that dates everything else that happened, so that
  // the page can tell what is newer.
  const read_at = (await databaseTime()).toISOString();
  const { output } = await read({ environment, operation: accounts.get, params: { account_id: accountId }, query }, "interactive");
  return {
    account: present(schema, output, (name) => sees(role, name)),
    stamps: fileStamps(environment, accountId, output),
    read_at,
  };
}

/** All that a role may have read with an account in one call. */
export function expansionsFor(role: Role): Expansion[] {
  return (Object.keys(expansions) as Expansion[]).filter((name) => sees(role, expansions[name]));
}

/** Whether a role may read a class of data, masked or not. */
export function sees(role: Role, name: SensitiveClass | undefined): boolean {
  const permission = name && classPermission(name, "read");
  return !permission || can(role, permission);
}
