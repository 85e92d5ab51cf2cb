import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import type { Operation } from "@/lib/klarna/operation";
import { accounts } from "@/lib/klarna/operations/accounts";
import { bankAccounts } from "@/lib/klarna/operations/bank-accounts";

import { queryOften } from "../db/client";
import { ibanIndex } from "./iban-index";

interface Said {
  readonly environment: Environment;
  readonly operation: Operation;
  readonly sent?: unknown;
  readonly answer: unknown;
  readonly askedAt: Date;
}

/** Keeps the index of IBANs as an answer has it: all of a merchant's where the answer lists them all, what is new where it speaks of some. */
export async function learnIbans({ operation, environment, sent, answer, askedAt }: Said, accountId: string): Promise<void> {
  const all = allAccounts(operation.name, answer);
  const values = [environment, accountId, indexOf(environment, all ?? [sent, answer])];
  if (all) await queryOften(replaceStatement, [...values, askedAt]);
  else if (values[2]?.length) await queryOften(addStatement, values);
}

/** Every bank account of a merchant, where an answer holds them; changes are answered with the one that they made. */
function allAccounts(name: string, answer: unknown): readonly unknown[] | undefined {
  const account = answer as { readonly extra_account_data?: { readonly settlement_information?: { readonly bank_accounts?: unknown } | null } | null } | null;
  const listed = name === bankAccounts.list.name ? answer : name === accounts.get.name && account?.extra_account_data?.settlement_information?.bank_accounts;
  return Array.isArray(listed) ? listed : undefined;
}

function indexOf(environment: Environment, values: readonly unknown[]): readonly Buffer[] {
  return [...new Set(values.flatMap(ibansIn))].map((iban) => ibanIndex(environment, iban));
}

function ibansIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => (key === "iban" && typeof field === "string" ? [field] : ibansIn(field)));
}

const addStatement = "INSERT INTO bank_index (environment, account_id, iban_index) SELECT $1, $2, unnest($3::bytea[]) ON CONFLICT DO NOTHING";

// What was asked for before a change was answered, or before another answer, may be an old list. After each change the merchant is read again.
const replaceStatement = `
  WITH newer AS (
    SELECT FROM merchants WHERE environment = $1 AND account_id = $2 AND asked_at > $4 AND asked_at <= now() + interval '1 minute'
    UNION ALL
    SELECT FROM operations WHERE environment = $1 AND account_id = $2 AND (name LIKE 'bankAccounts.%' OR name LIKE 'accounts.%')
      AND (state = 'sent' OR state = 'confirmed' AND settled_at > $4)),
  removed AS (
    DELETE FROM bank_index WHERE environment = $1 AND account_id = $2 AND NOT iban_index = ANY($3::bytea[]) AND NOT EXISTS (SELECT FROM newer))
  INSERT INTO bank_index (environment, account_id, iban_index) SELECT $1, $2, unnest($3::bytea[]) WHERE NOT EXISTS (SELECT FROM newer) ON CONFLICT DO NOTHING`;
