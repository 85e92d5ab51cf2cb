import { isValidBIC, isValidIBAN } from "ibantools";
import { stdnum } from "stdnum";
import { beforeAll, describe, expect, it } from "vitest";

import { Klarna } from "@/emulator/klarna";
import { report } from "@/emulator/operations/report";
import { Random } from "@/emulator/random";
import { finland } from "@/emulator/seed/countries/finland";
import { plant } from "@/emulator/seed/plant";
import type { Account, Piece } from "@/emulator/state/account";
import { checkCompanyNumber } from "@/lib/klarna/company-number";
import { operations } from "@/lib/klarna/operations";
import { onboarding } from "@/lib/klarna/operations/onboarding";

let klarna: Klarna;
let merchants: readonly Account[];

beforeAll(() => {
  klarna = new Klarna({});
  plant(klarna, { seed: 1 });
  merchants = [...klarna.worlds.test.accounts.values()];
});

describe("the planted portfolio", () => {
  it("is large and varied enough to work with", () => {
    const products = merchants.flatMap((merchant) => merchant.products);
    const reasons = new Set(products.map(({ state, state_reason }) => `${state} ${state_reason}`));
    expect(merchants.length).toBeGreaterThanOrEqual(64);
    expect(new Set(merchants.map(countryOf)).size).toBe(12);
    expect(new Set(merchants.flatMap(({ account_group_id }) => account_group_id ?? [])).size).toBe(3);
    expect(reasons).toEqual(
      new Set([
        "ENABLED APPROVED",
        "DISABLED FRAUD_BY_PARTNER",
        "DISABLED VOLUNTARY_BY_PARTNER",
        "DISABLED FRAUDULENT_BEHAVIOUR",
        "DISABLED NON_COMPLIANT",
        "TERMINATED PROHIBITED_OR_RESTRICTED_SEGMENT",
      ]),
    );
    expect(merchants.filter(({ state }) => state === "DISABLED")).toHaveLength(1);
    expect(merchants.some(({ enablements }) => Object.keys(enablements).length > 0)).toBe(true);
    expect(klarna.worlds.live.accounts.size).toBe(12);
    expect(klarna.worlds.test.catalogue.profiles.length).toBeGreaterThanOrEqual(3);
  });

  it("is the same for the same seed, and another for another", () => {
    const namesOf = (seed: number) => {
      const other = new Klarna({});
      plant(other, { seed });
      return JSON.stringify([...other.worlds.test.accounts.values()]);
    };
    expect(namesOf(1)).toBe(JSON.stringify(merchants));
    expect(namesOf(2)).not.toBe(JSON.stringify(merchants));
  });

  it("could have been onboarded as it is", () => {
    for (const merchant of merchants) expect(onboarding.safeParse(asOnboarding(merchant)).error, merchant.account_name).toBeUndefined();
  });

  it("holds only bank accounts that pass their country's checks, at a bank of that country", () => {
    for (const { iban, bic } of merchants.flatMap(({ bank_accounts }) => bank_accounts)) {
      expect(isValidIBAN(String(iban)), String(iban)).toBe(true);
      expect(isValidBIC(String(bic))).toBe(true);
      expect(String(bic).slice(4, 6)).toBe(String(iban).slice(0, 2));
    }
  });

  it("holds only company and VAT numbers that pass their country's checks", () => {
    for (const merchant of merchants) {
      const { registration_number, tax_registration_number, registration_authority } = merchant.business_information;
      const country = countryOf(merchant);
      const number = String(registration_number);
      expect(checkCompanyNumber(country, number, String(registration_authority ?? "")), `${country} ${number}`).toBeUndefined();
      expect(checks[country]?.(number.replace(/^FN /, "")) ?? "no check digits", `${country} ${number}`).toBe(checks[country] ? true : "no check digits");
      if (country === "DE") expect(registration_authority).toMatch(/^Amtsgericht /);
      const vat = tax_registration_number === undefined ? undefined : stdnum[country]?.vat?.validate(String(tax_registration_number));
      expect(vat?.isValid ?? true, String(tax_registration_number)).toBe(true);
    }
  });

  it("holds only national ids that pass their country's checks, and are of the day that the person was born", () => {
    const people = merchants.flatMap(({ stakeholders }) => stakeholders);
    const numbered = people.filter(({ national_identification }) => national_identification !== undefined);
    expect(new Set(numbered.map((one) => (one.national_identification as Piece).country))).toEqual(new Set(["FI", "NL", "NO", "SE"]));
    for (const { national_identification, date_of_birth } of numbered) expectNational(national_identification as Piece, String(date_of_birth));
    // The sign between day and serial says the century.
    const number = finland.personNumber?.(new Random(1), "2004-02-29") ?? "";
    expect(number).toMatch(/^290204A9/);
    expectNational({ country: "FI", number }, "2004-02-29");
  });

  it("asks prices for every category it has, and names every category of a product", () => {
    const read = operations.get("pricePlans.get");
    for (const { products } of merchants) {
      for (const { merchant_category_code } of products) {
        expect(read?.query?.safeParse({ merchant_category_code }).success).toBe(true);
        const [plan] = klarna.worlds.test.catalogue.pricePlans;
        expect(
          plan?.versions[1]?.rates().some((rate) => rate.merchant_category_code === merchant_category_code),
          merchant_category_code,
        ).toBe(true);
      }
    }
  });
});

describe("the planted settlements", () => {
  it("add up, line by line, and carry their debt on", () => {
    const settlements = [...klarna.worlds.test.settlements.values()];
    expect(settlements.length).toBeGreaterThanOrEqual(9);
    for (const { details, transactions } of settlements) {
      const totals = details.totals as Record<string, number>;
      const { opening_debt_balance = 0, closing_debt_balance = 0, deposit_amount = 0, repay_amount = 0, ...flows } = totals;
      const sum = (values: readonly unknown[]) => values.reduce<number>((total, value) => total + Number(value ?? 0), 0);
      const lines = sum(transactions.map(({ amount }) => amount)) + sum(transactions.map(({ tax_amount }) => tax_amount));
      expect(sum(Object.values(flows))).toBe(lines);
      expect(details.settlement_amount).toBe(lines + deposit_amount + repay_amount);
      expect(closing_debt_balance).toBe(opening_debt_balance - deposit_amount - repay_amount);
      expect("payout_id" in details).toBe(Number(details.settlement_amount) > 0);
    }
    expect(settlements.some(({ details }) => Number((details.totals as Piece).closing_debt_balance) < 0)).toBe(true);
  });

  it("are written as a report of two sections", () => {
    const [settlement] = [...klarna.worlds.test.settlements.values()];
    if (!settlement) throw new Error("There is no settlement.");
    const [head = "", summary = "", columns = "", ...lines] = report(settlement).trimEnd().split("\n");
    expect([head, summary, columns].map((line) => line.split(",").length)).toEqual([29, 29, 27]);
    expect(summary.startsWith(settlement.details.settlement_id)).toBe(true);
    expect(lines).toHaveLength(settlement.transactions.length);
  });
});

const checks: Readonly<Record<string, (number: string) => boolean | undefined>> = {
  SE: (number) => stdnum.SE?.orgnr?.validate(number).isValid,
  NO: (number) => stdnum.NO?.orgnr?.validate(number).isValid,
  DK: (number) => stdnum.DK?.cvr?.validate(number).isValid,
  FI: (number) => stdnum.FI?.ytunnus?.validate(number).isValid,
  AT: (number) => stdnum.AT?.businessid?.validate(number).isValid,
  BE: (number) => stdnum.BE?.vat?.validate(number).isValid,
  FR: (number) => stdnum.FR?.siren?.validate(number).isValid,
  ES: (number) => stdnum.ES?.cif?.validate(number).isValid,
  IT: (number) => stdnum.IT?.iva?.validate(number).isValid,
};

function countryOf({ account_reference }: Account): string {
  return account_reference.slice(0, 2);
}

function asOnboarding(merchant: Account): unknown {
  const { account_reference, account_name, account_owner, account_information, business_information, settlement_information } = merchant;
  const without = (pieces: readonly Piece[], field: string) => pieces.map(({ [field]: _, ...piece }) => piece);
  return JSON.parse(
    JSON.stringify({
      ...{ account_reference, account_name, account_owner },
      products: merchant.products.map(({ type, distribution_profile_id, merchant_category_code }) => ({
        type,
        distribution_profile_id,
        merchant_category_code,
      })),
      channel: { collections: without(merchant.collections, "collection_id"), websites: without(merchant.websites, "website_id") },
      extra_account_data: {
        ...{ account_information, business_information },
        beneficiary_information: { stakeholders: without(merchant.stakeholders, "stakeholder_id") },
        settlement_information: { ...settlement_information, bank_accounts: without(merchant.bank_accounts, "bank_account_id") },
      },
    }),
  );
}

function expectNational({ country, number }: Piece, birth: string): void {
  const [year = "", month = "", day = ""] = birth.split("-");
  const written = `${country} ${number}`;
  expect(nationalIds[String(country)]?.(String(number)), written).toBe(true);
  const figures = String(number).replace(/\D/g, "");
  if (country === "NO") expect(figures.slice(0, 6), written).toBe(`${day}${Number(month) + 80}${year.slice(2)}`);
  if (country === "SE") expect(figures.slice(0, 8), written).toBe(`${year}${month}${day}`);
  if (country === "FI") expect([figures.slice(0, 6), String(number).charAt(6)], written).toEqual([`${day}${month}${year.slice(2)}`, year < "2000" ? "-" : "A"]);
}

const nationalIds: Readonly<Record<string, (number: string) => boolean | undefined>> = {
  SE: (number) => stdnum.SE?.personnummer?.validate(number).isValid,
  // Of the made-up, whose month is 80 more, the library knows nothing: both check digits close the sum.
  NO: (number) =>
    [
      [3, 7, 6, 1, 8, 9, 4, 5, 2, 1],
      [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1],
    ].every((weights) => weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11 === 0),
  FI: (number) => stdnum.FI?.hetu?.validate(number).isValid,
  NL: (number) => stdnum.NL?.bsn?.validate(number).isValid,
};
