import "server-only";
import { isDeepStrictEqual } from "node:util";

import type { Accounts } from "@/lib/desk/books/slots";
import { accountsIn, type TypedAccounts } from "@/lib/desk/books/typed-accounts";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import type { Session } from "../session";

/** The accounts that finance has named for an environment. */
export async function accountsOf(environment: Environment): Promise<Accounts> {
  const [row] = await query<{ accounts: Accounts }>("SELECT accounts FROM book_accounts WHERE environment = $1", [environment]);
  return row?.accounts ?? {};
}

/** What is kept, as it is typed now and as it was seen before that. */
export interface AccountsOrder {
  readonly environment: Environment;
  readonly accounts: TypedAccounts;
  readonly seen: TypedAccounts;
}

/** Keeps the accounts, unless somebody else has changed them since they were seen. What was exported keeps those that it was exported with. */
export async function keepAccounts({ environment, accounts, seen }: AccountsOrder, by: Session): Promise<void> {
  const given = accountsIn(accounts);
  const [kept] = await query(keepStatement, [environment, by.personId, by.role, JSON.stringify(given), JSON.stringify(accountsIn(seen))]);
  // Asked for again because no answer came, it is so already.
  if (kept || isDeepStrictEqual(await accountsOf(environment), given)) return;
  const message = "Somebody has changed the accounts meanwhile: beside each that is another now you see it. Save again to have them as they are typed here.";
  throw new ProblemError({ status: 409, code: "ACCOUNTS_CHANGED", message });
}

const keepStatement = `
  WITH kept AS (
    INSERT INTO book_accounts AS a (environment, accounts) VALUES ($1, $4::jsonb)
    ON CONFLICT (environment) DO UPDATE SET accounts = excluded.accounts WHERE a.accounts = $5::jsonb RETURNING accounts)
  INSERT INTO audit_entries (kind, person_id, role, environment, detail)
  SELECT 'book-accounts-set', $2, $3, $1, jsonb_build_object('accounts', (SELECT count(*) FROM jsonb_object_keys(accounts))) FROM kept RETURNING id`;
