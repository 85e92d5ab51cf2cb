import { describe, expect, test } from "vitest";
import { z } from "zod";

import { kept, lenientList } from "@/lib/klarna/lenient";
import { classesIn, classPermission, hidden, mask, present, redact, sensitive } from "@/lib/klarna/sensitive";

const name = z.string().register(sensitive, { class: "people", shown: "clear" });
const born = z.string().register(sensitive, { class: "people", shown: "date" });
const iban = z.string().register(sensitive, { class: "bank", shown: "tail" });
const key = z.string().register(sensitive, { class: "secret", shown: "clear" });
const everyone = () => true;
const nobody = () => false;

const wrapped: Readonly<Record<string, readonly [schema: z.ZodType, value: unknown]>> = {
  optional: [z.object({ name: name.optional() }), { name: "Signe" }],
  nullable: [z.object({ name: name.nullable() }), { name: "Signe" }],
  nullish: [z.looseObject({ name: name.nullish() }), { name: "Signe" }],
  "with a default": [z.object({ name: name.default("Nobody") }), { name: "Signe" }],
  readonly: [z.object({ name }).readonly(), { name: "Signe" }],
  "in a list": [z.array(name), ["Signe"]],
  "in a lenient list": [lenientList(z.looseObject({ name: name.nullish() })).nullish(), [{ name: "Signe" }]],
  "in a part that stays as it came": [kept(z.looseObject({ id: z.string(), name: name.nullish() })), { name: "Signe" }],
  "in a union": [z.union([z.object({ id: z.number() }), z.object({ name })]), { name: "Signe" }],
  "in a union of which nothing fits": [z.union([z.object({ id: z.number() }), z.strictObject({ name })]), { name: "Signe", more: 1 }],
  "behind a transform": [z.object({ name }).transform((value) => value), { name: "Signe" }],
  "behind a preparation": [z.preprocess((value) => value, z.array(z.object({ name }))), [{ name: "Signe" }]],
  "with a rule added later": [z.object({ name: name.min(1) }), { name: "Signe" }],
  "in an object with a rule": [z.strictObject({ name }).refine(() => true), { name: "Signe" }],
};

describe("a mark holds", () => {
  test.each(Object.entries(wrapped))("%s", (_, [schema, value]) => {
    expect(JSON.stringify(redact(schema, value))).not.toContain("Signe");
    expect(JSON.stringify(present(schema, value, nobody))).not.toContain("Signe");
    expect([...classesIn(schema, value)]).toEqual(["people"]);
  });
});

test("what isn't marked stays readable", () => {
  const schema = z.looseObject({ id: z.string(), name, count: z.number(), on: z.boolean(), none: z.string().nullish() });
  const value = { id: "a", name: "Signe", count: 2, on: false, none: null };
  expect(redact(schema, value)).toEqual({ ...value, name: hidden });
  expect([...classesIn(z.looseObject({ id: z.string() }), { id: "a" })]).toEqual([]);
});

test("a log never holds a field that the schema doesn't know", () => {
  expect(redact(z.looseObject({ id: z.string() }), { id: "a", new_iban: "SE45", constructor: "x" })).toEqual({
    id: "a",
    new_iban: hidden,
    constructor: hidden,
  });
  expect([redact(undefined, "Signe"), redact(z.unknown(), { name: "Signe" }), redact(z.string(), { name: "Signe" })]).toEqual([hidden, hidden, hidden]);
});

test("the browser gets fields that the schema doesn't know", () => {
  expect(present(z.looseObject({ id: z.string() }), { id: "a", new_field: [1] }, nobody)).toEqual({ id: "a", new_field: [1] });
});

test("a value in another shape than the contract's hides whole where marked fields were due", () => {
  const person = z.looseObject({ id: z.string(), name: kept(name).nullish() });
  for (const odd of ["Signe Holmqvist", 7, ["Signe"]]) {
    expect([redact(person, odd), present(person, odd, everyone), [...classesIn(person, odd)]]).toEqual([hidden, hidden, ["people"]]);
  }
  expect(present(z.array(person), { first: { name: "Signe" } }, everyone)).toBe(hidden);
  expect(present(z.looseObject({ id: z.string() }), "plain", nobody)).toBe("plain");
  expect(present(z.looseObject({ people: kept(z.array(person)).nullish() }), { people: null }, nobody)).toEqual({ people: null });
});

test("each class shows as its reader may see it", () => {
  const schema = z.looseObject({ name, born, iban: iban.nullish() });
  const value = { name: "Signe", born: "1979-05-12", iban: "SE4550000000058398257466" };
  expect(present(schema, value, everyone)).toEqual({ name: "Signe", born: "1979-••-••", iban: "SE•• •••• 7466" });
  expect(present(schema, value, (of) => of === "bank")).toEqual({ name: hidden, born: hidden, iban: "SE•• •••• 7466" });
  expect(present(schema, { ...value, iban: null }, nobody)).toEqual({ name: hidden, born: hidden, iban: null });
});

test("a secret is shown to whom its row let in, and never logged", () => {
  const schema = z.looseObject({ key });
  expect(present(schema, { key: "klarna_test_api_x" }, nobody)).toEqual({ key: "klarna_test_api_x" });
  expect(redact(schema, { key: "klarna_test_api_x" })).toEqual({ key: hidden });
});

test("emptying a list of marked things touches their class; leaving it out doesn't", () => {
  const schema = z.object({ people: z.array(z.object({ name })).optional(), accounts: z.array(z.object({ iban })).optional() });
  expect([...classesIn(schema, { people: [] })]).toEqual(["people"]);
  expect([...classesIn(schema, { accounts: [{}] })]).toEqual(["bank"]);
  expect([...classesIn(schema, {})]).toEqual([]);
  expect([...classesIn(undefined, {})]).toEqual([]);
});

test("masks give away a year or a tail, and nothing of what is short or odd", () => {
  expect([mask("date", "1979-05-12"), mask("date", "12/05/1979")]).toEqual(["1979-••-••", hidden]);
  expect([mask("tail", "19790512-9990"), mask("tail", "1234567")]).toEqual(["•••• 9990", hidden]);
});

test("what somebody wrote in their own words is shown to whom its row let in, and never logged", () => {
  const schema = z.looseObject({ why: z.string().register(sensitive, { class: "words", shown: "clear" }) });
  expect(present(schema, { why: "Signe called" }, nobody)).toEqual({ why: "Signe called" });
  expect(redact(schema, { why: "Signe called" })).toEqual({ why: hidden });
});

test("a class asks for its permission by access; a secret's row is enough, and that of somebody's words", () => {
  expect([classPermission("people", "read"), classPermission("bank", "write"), classPermission("secret", "read"), classPermission("words", "write")]).toEqual([
    "people:read",
    "bank:write",
    undefined,
    undefined,
  ]);
});
