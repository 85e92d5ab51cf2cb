import { expect, it } from "vitest";

import { bodyOf } from "@/components/onboarding/body";
import { partsOf, type StepKey } from "@/components/onboarding/steps";
import { summaryOf } from "@/components/onboarding/summary";

import { madeUpForm } from "./made-up-form";

it("says in words what each step sends", () => {
  expect(wordsOf("business")).toEqual([
    "Registered name: Nordlys Keramik AB",
    "Legal form: Limited liability company",
    "Company number: 556016-0680",
    "Operating address: Verkstadsgatan 4, 117 36 Stockholm, Sweden",
  ]);
  expect(wordsOf("people")).toEqual([
    "# Signe Holmqvist",
    "Given name: Signe",
    "Family name: Holmqvist",
    "Roles: Owner",
    "Date of birth: 1979-05-12",
    "National id of: Sweden",
    "National id: 19790512-9990",
    "Home address: Fyrvägen 9, Nacka, Sweden",
  ]);
  expect(wordsOf("bank").slice(0, 4)).toEqual([
    "Payouts are enabled: Yes",
    "Since: 2024-01-01T00:00:00Z",
    "# Bank account 1",
    "IBAN: SE4550000000058398257466",
  ]);
});

it("leaves nothing out that is sent", () => {
  const { body } = bodyOf(madeUpForm());
  const shown = (["merchant", "owner", "business", "people", "bank", "brand", "product"] as const).flatMap(wordsOf).join("\n");
  for (const value of [
    "M-1042",
    "signe@nordlys.example",
    "INSTAGRAM https://instagram.example/nordlys",
    "https://nordlys.example/logo.png",
    "5719",
    "192.0.2.17",
  ]) {
    expect(JSON.stringify(body)).toContain(value.split(" ").at(-1));
    expect(shown).toContain(value);
  }
});

function wordsOf(step: StepKey): readonly string[] {
  return summaryOf(bodyOf(madeUpForm()).body, partsOf(step)).flatMap(({ title, items }) => [
    ...(title === undefined ? [] : [`# ${title}`]),
    ...items.map(({ term, value }) => `${term}: ${value}`),
  ]);
}
