import "server-only";
import type { CheckHint } from "@/lib/desk/check";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { ibanIndex } from "../merchants/iban-index";
import { bankAccountsIn, bankPath } from "./bank";
import type { CheckInput } from "./input";

interface Use {
  readonly iban_index: Buffer;
  readonly account_id: string;
  readonly name: string;
}

/** Whether other merchants of the directory are paid out to the same IBANs: found by keyed hash, so none is stored in clear. */
export async function usedIbanHints(
  environment: Environment,
  { account_id: own, body }: Pick<CheckInput, "account_id" | "body">,
): Promise<readonly CheckHint[]> {
  const given = bankAccountsIn(body).flatMap(({ iban }, index) => (iban ? [{ index, key: ibanIndex(environment, iban) }] : []));
  if (given.length === 0) return [];
  const uses = await query<Use>(
    `SELECT DISTINCT ON (b.iban_index) b.iban_index, b.account_id, coalesce(m.account_name, b.account_id) AS name
     FROM bank_index b LEFT JOIN merchants m ON m.environment = b.environment AND m.account_id = b.account_id
     WHERE b.environment = $1 AND b.iban_index = ANY($2::bytea[]) AND b.account_id IS DISTINCT FROM $3 ORDER BY b.iban_index, b.account_id`,
    [environment, given.map(({ key }) => key), own ?? null],
  );
  return given.flatMap(({ index, key }) => {
    const use = uses.find(({ iban_index }) => iban_index.equals(key));
    if (!use) return [];
    const { account_id, name } = use;
    return [
      {
        path: bankPath(index, "iban"),
        message: "Another merchant is paid out to this IBAN. Make sure that it belongs here too.",
        merchant: { account_id, name },
      },
    ];
  });
}
