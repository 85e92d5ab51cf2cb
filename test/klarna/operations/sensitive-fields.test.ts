import { expect, test } from "vitest";
import type { z } from "zod";

import { businessInformation } from "@/lib/klarna/operations/business-information";
import { operations } from "@/lib/klarna/operations/index";
import { classesIn, hidden, present, redact } from "@/lib/klarna/sensitive";
import { sample } from "./sample";

// By name, and not by mark: so a mark that somebody forgets fails here.
const people =
  /\.account_owner\.(given_name|family_name|email|phone)|\.stakeholders.*\.(given_name|family_name|date_of_birth|number|address\.\w+)|\.account_created_from_ip/;
const bank = /\.(iban|bic|account_holder)>/;
const secret = /\.api_key>/;
// A business's own numbers, too: the samples are of a sole trader.
const words = /\.(reason_details|registration_number|tax_registration_number)>/;

const schemas = [...operations.values()].flatMap((row) =>
  [row.body, row.output]
    .filter((schema) => schema !== undefined)
    .map((schema): readonly [string, z.ZodType, unknown] => [row.name, schema, sample(schema, row.resource)]),
);

function texts(value: unknown): readonly string[] {
  return JSON.stringify(value ?? null).match(/<[^"<>]+>/g) ?? [];
}

const sensitiveTexts = (value: unknown) =>
  texts(value)
    .map((text) => text.replace("<", "."))
    .filter((text) => people.test(text) || bank.test(text) || secret.test(text) || words.test(text));

test("the samples hold every kind of sensitive field, in bodies and in answers", () => {
  const found = new Set(schemas.flatMap(([, , value]) => sensitiveTexts(value)).map((text) => text.replace(/^.*\.(?=\w+>$)/, "").slice(0, -1)));
  for (const name of [
    "given_name",
    "family_name",
    "email",
    "phone",
    "date_of_birth",
    "number",
    "street_address",
    "account_created_from_ip",
    "iban",
    "bic",
    "account_holder",
    "api_key",
    "reason_details",
    "registration_number",
    "tax_registration_number",
  ]) {
    expect(found, name).toContain(name);
  }
  expect(schemas.filter(([, , value]) => sensitiveTexts(value).length > 0).length).toBeGreaterThanOrEqual(17);
});

test("no operation's body or answer reaches a log with a sensitive value", () => {
  for (const [name, schema, value] of schemas) expect(sensitiveTexts(redact(schema, value)), name).toEqual([]);
});

test("what isn't sensitive reaches the log", () => {
  for (const [name, schema, value] of schemas) {
    const plain = texts(value).filter((text) => sensitiveTexts(text).length === 0);
    expect(texts(redact(schema, value)), name).toEqual(plain);
  }
});

test("a company's numbers reach the log, and those of a business whose legal form isn't said don't", () => {
  const numbers = { registration_number: "556016-0680", tax_registration_number: "SE556016068001" };
  const { body, output } = businessInformation.update;
  for (const schema of [body, output]) {
    const company = { ...numbers, business_entity_type: "LIMITED_LIABILITY_COMPANY" };
    expect(redact(schema, company)).toEqual(company);
    expect(redact(schema, numbers)).toEqual({ registration_number: hidden, tax_registration_number: hidden });
  }
});

test("who may read neither people nor bank data sees none; who may read one class sees nothing of the other", () => {
  for (const [name, schema, value] of schemas) {
    const shown = (reads: readonly string[]) => sensitiveTexts(present(schema, value, (of) => reads.includes(of)));
    expect(
      shown([]).filter((text) => !secret.test(text) && !words.test(text)),
      name,
    ).toEqual([]);
    expect(
      shown(["people"]).filter((text) => bank.test(text)),
      name,
    ).toEqual([]);
    expect(
      shown(["bank"]).filter((text) => people.test(text)),
      name,
    ).toEqual([]);
  }
});

test("dates of birth, identity numbers and IBANs never leave in clear", () => {
  for (const [name, schema, value] of schemas) {
    const shown = texts(present(schema, value, () => true)).filter((text) => /\.(date_of_birth|number|iban)>/.test(text));
    expect(shown, name).toEqual([]);
  }
});

test("a value's classes are those of the fields that it fills", () => {
  for (const [name, schema, value] of schemas) {
    const found = sensitiveTexts(value);
    const classes = [
      found.some((text) => people.test(text)) && "people",
      found.some((text) => bank.test(text)) && "bank",
      found.some((text) => secret.test(text)) && "secret",
      found.some((text) => words.test(text)) && "words",
    ];
    expect([...classesIn(schema, value)].sort(), name).toEqual(classes.filter(Boolean).sort());
  }
});
