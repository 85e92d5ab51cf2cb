import { z } from "zod";

import { bic, iban } from "../iban";
import { lenientList, openEnum } from "../lenient";
import { resource } from "../operation";
import { sensitive } from "../sensitive";
import { strict } from "../strict";
import { choice, text } from "../text";

const types = ["IBAN"] as const;
const clear = { class: "bank", shown: "clear" } as const;
const tail = { class: "bank", shown: "tail" } as const;

/** An account that the partner pays the merchant out to. A change is sent whole: Klarna requires type, BIC and IBAN in it too. */
export const bankAccountDraft = strict({
  bank_account_type: choice(types),
  account_holder: text().register(sensitive, clear).optional(),
  bic: bic().register(sensitive, clear),
  iban: iban().register(sensitive, tail),
});

/** The same in an answer. */
export const bankAccount = z.looseObject({
  bank_account_id: z.string(),
  bank_account_type: openEnum(types).nullish(),
  account_holder: z.string().register(sensitive, clear).nullish(),
  bic: z.string().register(sensitive, clear).nullish(),
  iban: z.string().register(sensitive, tail).nullish(),
});

const all = "/v2/accounts/{account_id}/extra-account-data/settlement-information/bank-accounts";
const one = `${all}/{bank_account_id}` as const;
const refreshes = ["accounts", "settlementInformation"] as const;

export const bankAccounts = resource("bankAccounts", {
  create: { method: "POST", path: all, permission: "bank:write", body: bankAccountDraft, output: bankAccount, refreshes },
  list: { method: "GET", path: all, permission: "bank:read", output: lenientList(bankAccount) },
  get: { method: "GET", path: one, permission: "bank:read", output: bankAccount },
  update: { method: "PATCH", path: one, permission: "bank:write", body: bankAccountDraft, output: bankAccount, refreshes },
  delete: { method: "DELETE", path: one, permission: "bank:write", danger: "confirm", output: z.void(), refreshes },
});
