import { z } from "zod";

import { checked } from "@/lib/klarna/text";

import { type Accounts, slots } from "./slots";

const longestNumber = 20;
const longestName = 60;

const account = z.strictObject({
  number: checked((value) => {
    const number = value.trim();
    if (!/^([\p{L}\p{N}][\p{L}\p{N}.\-/ ]*)?$/u.test(number)) return "Letters and figures, such as 1930; dots, hyphens and slashes only within";
    return number.length > longestNumber ? `At most ${longestNumber} characters` : undefined;
  }).trim(),
  name: checked((value) => {
    if (/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(value)) return "Remove characters that can't be printed";
    return [...value.trim()].length > longestName ? `At most ${longestName} characters` : undefined;
  }).trim(),
});

/** The accounts as they are typed: an empty number means none, and then there is no name either. */
export const typedAccounts = z
  .strictObject(Object.fromEntries(slots.map((slot) => [slot, account])) as Record<(typeof slots)[number], typeof account>)
  .superRefine((given, context) => {
    for (const slot of slots)
      if (given[slot].number === "" && given[slot].name !== "")
        context.addIssue({ code: "custom", path: [slot, "number"], message: "Give the account's number, or take its name away" });
  });
export type TypedAccounts = z.output<typeof typedAccounts>;

/** The accounts that were named. */
export function accountsIn(typed: TypedAccounts): Accounts {
  return Object.fromEntries(Object.entries(typed).filter(([, { number }]) => number !== ""));
}

/** The same as a form holds them: each there is, empty where nobody has named it. */
export function typedOf(accounts: Accounts): TypedAccounts {
  return Object.fromEntries(
    slots.map((slot) => [slot, { number: accounts[slot]?.number ?? "", name: accounts[slot]?.name ?? "" }]),
  ) as unknown as TypedAccounts;
}
