import type { ToTell } from "./merchant-text";
import { inWords, klarnasReason, reasonToTell, type StateWords, unknownState } from "./plain-words";

/** An account's state and reason in plain words. What Klarna adds to its list tomorrow is said as it came. */
export function accountWords(state: string, reason: string | null | undefined): StateWords {
  switch (state) {
    case "PARTIALLY_OPERATIONAL":
      return {
        ...settingUp,
        ...(setUpReasons.get(reason ?? "") ?? { meaning: `Klarna is still working on the account${asGiven(reason)}.`, tell: { state: "account-in-work" } }),
      };
    case "OPERATIONAL":
      return { ...operational, meaning: `The account is set up and in order${reason === "SETUP_COMPLETE" ? "" : asGiven(reason)}.` };
    case "DISABLED":
      return {
        ...disabled,
        meaning: `Klarna has disabled the account${because(reason)}.`,
        tell: { state: "account-disabled", because: reasonToTell(reason) },
      };
    default:
      return unknownState("account", state, reason);
  }
}

/** An account that the desk knows by its id only. */
export const notRead: StateWords = {
  tone: "off",
  label: "Not read yet",
  meaning: "The desk knows the id of this account and hasn't read it from Klarna yet.",
  who: "The desk reads it by itself, within the rate that Klarna allows.",
  works: "What works isn't known yet.",
  tell: { state: "account-not-read" },
  known: false,
};

/** An account that Klarna answers 404 for. */
export const missing: StateWords = {
  tone: "wrong",
  label: "Not at Klarna",
  meaning: "Klarna answers that it doesn't know this account. What is shown is what it said last.",
  who: "Klarna can say whether the account was removed or belongs to somebody else.",
  works: "Nothing can be read or changed until Klarna knows it again.",
  tell: { state: "account-missing" },
  known: true,
};

const setUpReasons: ReadonlyMap<string, { readonly meaning: string; readonly tell: ToTell }> = new Map([
  ["INITIAL_SETUP", { meaning: "Klarna is setting the account up, which normally takes seconds.", tell: { state: "account-set-up" } }],
  ["ACCOUNT_UPDATE", { meaning: "Klarna is taking in a change to the account, which normally takes seconds.", tell: { state: "account-update" } }],
]);

const settingUp = {
  tone: "waiting",
  label: "Partially operational",
  who: "Nobody has to do anything: Klarna finishes by itself, and this page follows.",
  works: "Payments work with an enabled product. The account can't be changed yet.",
  known: true,
} as const;

const operational = {
  tone: "good",
  label: "Operational",
  who: "Your team can change the account. Only Klarna can disable it.",
  works: "Payments with each enabled product, and every change.",
  tell: { state: "account-operational" },
  known: true,
} as const;

const disabled = {
  tone: "wrong",
  label: "Disabled by Klarna",
  who: "Only Klarna can lift this: contact Klarna with the account id.",
  works: "Nothing: no payments and no changes, and its products are disabled too.",
  known: true,
} as const;

function because(reason: string | null | undefined): string {
  const why = klarnasReason(reason);
  return why ? ` because ${why}` : asGiven(reason);
}

function asGiven(reason: string | null | undefined): string {
  return reason ? ` (${inWords(reason).toLowerCase()})` : "";
}
