import "server-only";
import type { CheckHint } from "@/lib/desk/check";

import type { CheckInput } from "./input";

type BankAccount = NonNullable<ReturnType<typeof bankAccountsIn>[number]>;

/** What looks odd within the bank accounts themselves: an IBAN twice, a bank abroad, somebody else's name on the account. */
export function bankHints(body: CheckInput["body"]): readonly CheckHint[] {
  const accounts = bankAccountsIn(body);
  const names = [body.extra_account_data?.business_information?.business_name, body.account_name].filter((name) => name !== undefined);
  return accounts.flatMap((account, index) => [
    ...hint(index, "iban", isTwice(accounts, index) && "This IBAN stands here twice. Remove one of the two."),
    ...hint(
      index,
      "bic",
      isAbroad(account) && `This bank is in ${account.bic?.slice(4, 6)}, the IBAN in ${countryOf(account)}. Compare both with their source.`,
    ),
    ...hint(
      index,
      "account_holder",
      isSomebodyElse(account, names) && "This doesn't resemble the business's name. Make sure that the account is the merchant's own.",
    ),
  ]);
}

/** The bank accounts of a body, in its order. */
export function bankAccountsIn({ extra_account_data }: CheckInput["body"]) {
  return extra_account_data?.settlement_information?.bank_accounts ?? [];
}

/** Where a bank account's field lies in the body. */
export function bankPath(index: number, field: string): string {
  return `extra_account_data.settlement_information.bank_accounts.${index}.${field}`;
}

function hint(index: number, field: string, message: string | false): readonly CheckHint[] {
  return message === false ? [] : [{ path: bankPath(index, field), message }];
}

function isTwice(accounts: readonly BankAccount[], index: number): boolean {
  const iban = accounts[index]?.iban;
  return !!iban && accounts.findIndex((other) => other.iban === iban) < index;
}

function isAbroad(given: BankAccount): boolean {
  const { bic = "" } = given;
  const bank = bic.slice(4, 6);
  const account = countryOf(given);
  return bic.length >= 8 && account !== undefined && bank !== account && !isShared(bank, account) && !isShared(account, bank);
}

/** Where an account is: of a whole IBAN its first letters, which of a masked one are all that is known. */
function countryOf({ iban = "", iban_country }: BankAccount): string | undefined {
  return iban.length >= 15 ? iban.slice(0, 2) : iban === "" ? iban_country : undefined;
}

function isShared(country: string, place: string): boolean {
  return sharedBanks.get(country)?.includes(place) ?? false;
}

/** Countries, each with the places whose accounts have its code in their IBAN, or whose banks have it in their BIC. */
const sharedBanks: ReadonlyMap<string, readonly string[]> = new Map([
  ["GB", ["GG", "JE", "IM"]],
  ["FR", ["BL", "GF", "GP", "MC", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"]],
  ["FI", ["AX"]],
]);

/** Without a word in common with either name. */
function isSomebodyElse({ account_holder = "" }: BankAccount, names: readonly string[]): boolean {
  const holder = wordsOf(account_holder);
  const known = names.map(wordsOf).filter((words) => words.length > 0);
  return holder.length > 0 && known.length > 0 && known.every((words) => !words.some((word) => holder.includes(word)));
}

function wordsOf(name: string): readonly string[] {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && !legalForms.has(word));
}

const legalForms: ReadonlySet<string> = new Set(
  "ab aps as asa bv co company corp ek ev gbr gmbh hb inc kb kg kommanditbolag lda limited llc llp ltd mbh nv og oy oyj plc sa sarl sas sl spa sp srl ug und and the".split(
    " ",
  ),
);
