import { describe, expect, it } from "vitest";

import { accountWords, missing, notRead } from "@/lib/klarna/account-words";
import { type ChangeToTell, changeText, isAsked, stateText } from "@/lib/klarna/merchant-text";
import { englishChanges } from "@/lib/klarna/merchant-texts/en/changes";
import { englishReasons, englishStates } from "@/lib/klarna/merchant-texts/en/states";
import { english, type MerchantTexts } from "@/lib/klarna/merchant-texts/en/texts";
import { type Language, languages } from "@/lib/klarna/merchant-texts/languages";
import { textsIn } from "@/lib/klarna/merchant-texts/texts-in";
import { isChange, paramNames } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations";
import { accountStates } from "@/lib/klarna/operations/accounts";
import { paymentProductStates } from "@/lib/klarna/operations/payment-products";
import type { StateWords } from "@/lib/klarna/plain-words";
import { productWords } from "@/lib/klarna/product-words";

const decisions = ["FRAUDULENT_BEHAVIOUR", "NON_COMPLIANT", "PROHIBITED_OR_RESTRICTED_SEGMENT", "OTHER_RISK"];
const ours = ["FRAUD_BY_PARTNER", "VOLUNTARY_BY_PARTNER", "LATER_BY_PARTNER"];
const anyReason = ["INITIAL_SETUP", "SETUP_COMPLETE", "ACCOUNT_UPDATE", "APPROVED", ...ours, ...decisions, "SOMETHING_NEW", "", null, undefined, "__proto__"];

const statesOf = (states: readonly string[], words: (state: string, reason: string | null | undefined) => StateWords) =>
  [...states, "SOMETHING_NEW", "constructor"].flatMap((state) => anyReason.map((reason) => ({ state, reason, words: words(state, reason) })));
const everyState = [
  ...statesOf(accountStates, accountWords),
  ...statesOf(paymentProductStates, productWords),
  { state: "(not read)", reason: undefined, words: notRead },
  { state: "(missing)", reason: undefined, words: missing },
];

const everyLanguage = Object.keys(languages) as Language[];

describe("what a merchant can be told of a state", () => {
  it.each(everyState)("is whole for $state / $reason", ({ words }) => {
    expectWhole(stateText(words.tell));
  });

  it.each(everyLanguage)("is whole for every state and reason in the language %s", async (language) => {
    const texts = await textsIn(language);
    for (const { words } of everyState) expectWhole(stateText(words.tell, texts), texts);
  });

  it("leaves no row without a state, and no reason without a decision", () => {
    const told = everyState.map(({ words }) => words.tell);
    expect(new Set(told.map(({ state }) => state))).toEqual(new Set(Object.keys(englishStates)));
    expect(new Set(told.flatMap(({ because }) => because ?? []))).toEqual(new Set(Object.keys(englishReasons)));
  });

  it.each(everyState)("says of $state / $reason what the desk says: whether one can pay, and whose it is", ({ words }) => {
    const text = stateText(words.tell);
    if (words.tone === "good") expect(text).toMatch(/customers can pay/);
    if (words.tone === "wrong") expect(text).toMatch(/Klarna has (switched off|ended)|does not know/);
    if (/Only Klarna can (lift|enable|re-activate)/.test(words.who)) expect(text).toContain("Only Klarna can switch it on again");
    if (/^No new payments/.test(words.works))
      expect(text).toMatch(/New purchases cannot be paid.*Refunds and other steps after earlier purchases may still work/);
    if (words.label === "Disabled by your team") expect(text).toContain("on our side, not by Klarna");
    if (!words.known && words !== notRead) expect(text).toContain("a state that we do not know yet");
  });

  it.each(["FRAUDULENT_BEHAVIOUR", "OTHER_RISK", "FRAUD_BY_PARTNER", "NON_COMPLIANT"])("accuses nobody for %s", (reason) => {
    for (const words of [accountWords("DISABLED", reason), productWords("DISABLED", reason), productWords("TERMINATED", reason)])
      expect(stateText(words.tell)).not.toMatch(/fraud|risk|suspic|fault|compl|violat|breach|abuse|illegal/i);
  });
});

const changes = [...operations.values()].filter(
  (operation) => isChange(operation) && (paramNames(operation.path).includes("account_id") || operation.path.startsWith("/v2/distribution/")),
);
const codes = [
  ...["VALIDATION_ERROR", "INVALID_CONTENT_TYPE", "KLARNA_REFUSED_KEY", "OPERATION_FORBIDDEN", "RESOURCE_NOT_FOUND", "NOT_FOUND", "RESOURCE_CONFLICT"],
  ...["RATE_LIMITED", "INTERNAL_ERROR", "SERVER_CONFIGURATION_ERROR", "TIMEOUT", "TEMPORARY_UNAVAILABLE", "KLARNA_UNREACHABLE", "RATE_USED_UP", "NO_ANSWER"],
  ...["UNREADABLE_ANSWER", "KLARNA_BLOCKED", "KLARNA_404", "KLARNA_409", "KLARNA_429", "KLARNA_502", "KLARNA_418", "OUTCOME_UNKNOWN", "SOMETHING_NEW"],
  ...["", null, undefined, "__proto__"],
];

describe("what a merchant can be told of a change", () => {
  it("is there for every change that can be made to an account, and for nothing else", () => {
    expect(changes.length).toBeGreaterThan(15);
    expect(Object.keys(englishChanges.asked).sort()).toEqual(changes.map(({ name }) => name).sort());
  });

  it.each(everyLanguage)("is whole in the language %s, whatever it was, whatever came of it and whatever Klarna's code", async (language) => {
    const texts = await textsIn(language);
    const told = new Set<string>();
    for (const operation of [...changes.map(({ name }) => name), undefined, "accounts.get", "toString"])
      for (const state of ["rejected", "unknown"])
        for (const code of codes)
          for (const settledBy of [null, "answer", "repeat", "webhook", "read", "person"]) told.add(changeText({ operation, state, code, settledBy }, texts));
    for (const text of told) expectWhole(text, texts);
  });

  it("uses every row", () => {
    const rows = Object.values(englishChanges.came).map(({ happened }) => happened);
    const texts = codes.flatMap((code) => [changeText({ code }), changeText({ code, settledBy: "person" })]);
    for (const row of rows)
      expect(
        texts.some((text) => text.includes(row)),
        row,
      ).toBe(true);
    expect(texts.some((text) => text.includes(englishChanges.askedSomething))).toBe(true);
  });

  it.each(["KLARNA_UNREACHABLE", "RATE_USED_UP"])("doesn't say that Klarna refused what never reached it (%s)", (code) => {
    expect(changeText({ operation: "accounts.onboard", state: "rejected", code })).toContain("Klarna could not take it at that moment");
  });

  it("never says of an unclear one that nothing was changed, nor of one that wasn't made that it may have been", () => {
    for (const { name } of changes)
      for (const code of codes) {
        const told = (given: ChangeToTell) => changeText({ operation: name, code, ...given });
        expect(told({ state: "unknown" }), name).not.toMatch(/Nothing was|did not accept|No account was/);
        expect(told({ state: "unknown" }), name).toContain("has not told us clearly yet");
        if (code !== "OUTCOME_UNKNOWN") expect(told({ state: "rejected" }), name).not.toMatch(/Until we know|has not told us/);
        expect(told({ state: "rejected", settledBy: "person", code: "NO_ANSWER" }), name).toContain("By now we know that it was not carried out");
      }
  });

  it("knows an operation by its name, not by what every object has", () => {
    expect(isAsked("accounts.update")).toBe(true);
    for (const other of [undefined, "toString", "accounts.get", "credentials.create"]) expect(isAsked(other)).toBe(false);
  });
});

/** Polite, in paragraphs of whole sentences, without a placeholder, a name, a number of anybody's, or a word of the desk's own. */
function expectWhole(text: string, { greeting, closing }: MerchantTexts = english): void {
  const paragraphs = text.split("\n\n");
  expect(paragraphs).toHaveLength(5);
  expect([paragraphs[0], paragraphs[4]]).toEqual([greeting, closing]);
  for (const paragraph of paragraphs.slice(1)) expect(paragraph).toMatch(/^\p{L}[^\n]*[^.]\.$/u);
  expect(text).not.toMatch(/\bundefined\b|\bnull\b|\[object|[{}<>[\]$%_@]|\bkrn:|TODO|XXX|…/);
  expect(text).not.toMatch(/\b(error|API|webhook|idempoten|HTTP|code|partially|enablement|merchant|stakeholder|desk)\b/i);
  expect(text.replaceAll(/ 10 (?=min)/gi, " ")).not.toMatch(/\d/);
}
