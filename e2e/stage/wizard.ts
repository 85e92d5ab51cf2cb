import type { Locator, Page } from "@playwright/test";

import { serial } from "./person";

/** A merchant as a story types it. Everybody in it is made up; the numbers pass their check digits. */
export function madeUpMerchant() {
  const id = serial();
  return {
    name: `Blåbär & Co ${id}`,
    reference: `STORY-${id}`,
    owner: { given: "Signe", family: "Holmqvist", email: "signe.holmqvist@example.com", phone: "+46 70 174 06 05" },
    business: { name: `Blåbär Handel ${id} AB`, street: "Verkstadsgatan 4", postalCode: "117 36", city: "Stockholm", number: "556016-0680" },
    person: { given: "Torkel", family: "Vintersjö", born: "1979-05-12", nationalId: "19790512-9990", street: "Fyrvägen 9", city: "Nacka" },
    bank: { iban: "SE45 5000 0000 0583 9825 7466", bic: "NDEASESSXXX", holder: `Blåbär Handel ${id} AB` },
    website: `https://www.${id.toLowerCase()}.example`,
  };
}

export type MadeUp = ReturnType<typeof madeUpMerchant>;

/** From the list of merchants to an empty draft. */
export async function startWizard(page: Page): Promise<void> {
  await page.goto("/test/merchants/new");
  await page.getByRole("button", { name: "Start a new merchant" }).click();
  await page.getByRole("heading", { name: "Merchant", exact: true }).waitFor();
}

/** Fills the least that Klarna takes, and stops at the review. */
export async function fillLeast(page: Page, { name, reference, owner, website }: MadeUp): Promise<void> {
  await text(page, "Name").fill(name);
  await text(page, "Reference").fill(reference);
  await goTo(page, "Owner");
  await text(page, "E-mail").fill(owner.email);
  await goTo(page, "Brand and websites");
  await text(page, "Address").fill(website);
  await goTo(page, "Product");
  await chooseProduct(page);
  await goTo(page, "Review");
}

/** Fills the whole wizard by keyboard from the merchant's step on: Enter takes a choice and goes on to the next step. */
export async function fillEverything(page: Page, { name, reference, owner, business, person, bank, website }: MadeUp): Promise<void> {
  await text(page, "Name").fill(name);
  await enter(text(page, "Reference"), reference);

  await text(page, "Given name").fill(owner.given);
  await text(page, "Family name").fill(owner.family);
  await text(page, "Phone").fill(owner.phone);
  await enter(text(page, "E-mail"), owner.email);

  await text(page, "Registered name").fill(business.name);
  await page.getByLabel("Legal form").selectOption("LIMITED_LIABILITY_COMPANY");
  await take(page, page.getByRole("combobox", { name: "Country" }), "swed", "Sweden");
  await text(page, "Street and number").fill(business.street);
  await text(page, "Postal code").fill(business.postalCode);
  await text(page, "City").fill(business.city);
  await enter(text(page, "Company number"), business.number);

  await fillPerson(page, person);
  await page.getByRole("button", { name: "Continue" }).press("Enter");

  await page.getByLabel("Payouts are enabled").selectOption("Yes");
  await page.getByRole("button", { name: "Add a bank account" }).press("Enter");
  await text(page, "BIC").fill(bank.bic);
  await text(page, "Account holder").fill(bank.holder);
  await enter(text(page, "IBAN"), bank.iban);

  await page.getByRole("button", { name: "Add a brand" }).press("Enter");
  await text(page.getByRole("region", { name: "Brands" }), "Reference").fill("shops");
  await enter(text(page, "Address"), website);

  await chooseProduct(page);
  await page.getByRole("button", { name: "Continue" }).press("Enter");
}

async function fillPerson(page: Page, person: MadeUp["person"]): Promise<void> {
  await page.getByRole("button", { name: "Add a person" }).press("Enter");
  await text(page, "Given name").fill(person.given);
  await text(page, "Family name").fill(person.family);
  await page.getByRole("checkbox", { name: "Legal representative" }).press("Space");
  await page.getByRole("checkbox", { name: /^Owner/ }).press("Space");
  await text(page, "Date of birth").fill(person.born);
  await take(page, page.getByRole("combobox", { name: "National id of" }), "swed", "Sweden");
  await page.getByRole("textbox", { name: /^National id/ }).fill(person.nationalId);
}

async function chooseProduct(page: Page): Promise<void> {
  await page.getByLabel("Distribution profile").selectOption({ index: 1 });
  await take(page, page.getByRole("combobox", { name: "Merchant category" }), "furniture", /furniture/i);
}

/** Opens a step from the list at the side. */
export async function goTo(page: Page, step: string): Promise<void> {
  await page.getByRole("navigation", { name: "Steps of the onboarding" }).getByRole("button", { name: step }).click();
  await page.getByRole("heading", { name: step, level: 2 }).waitFor();
}

/** A field by its label; "Optional" is part of what is read out with one that may stay empty. */
export function text(where: Page | Locator, label: string): Locator {
  return where.getByRole("textbox", { name: new RegExp(`^${label}( \\(.*\\))?( ?Optional)?$`) });
}

export function sendButton(page: Page, { name }: Pick<MadeUp, "name">): Locator {
  return page.getByRole("button", { name: `Onboard ${name}` });
}

async function enter(field: Locator, value: string): Promise<void> {
  await field.fill(value);
  await field.press("Enter");
}

async function take(page: Page, field: Locator, typed: string, option: string | RegExp): Promise<void> {
  await field.fill(typed);
  await page.getByRole("option", { name: option }).first().waitFor();
  await field.press("Enter");
}
