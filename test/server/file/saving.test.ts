import { expect, test } from "vitest";
import { itemsIn, partIn } from "@/lib/klarna/file/parts";
import { valuesOf } from "@/lib/klarna/file/values";
import { query } from "@/lib/server/db/client";
import { problemOf } from "../harness/ask";
import { withTwoAtFile } from "../harness/two-at-file";

const business = { resource: "businessInformation" } as const;
const stage = withTwoAtFile();

const lastBody = async (name: string) => {
  const [row] = await query<{ detail: { body: unknown; changed: unknown } }>(
    "SELECT detail FROM audit_entries WHERE operation = $1 AND account_id = $2 AND kind = 'operation-sent' ORDER BY id DESC LIMIT 1",
    [name, stage.account_id],
  );
  return row?.detail;
};

test("only what changed is sent, a changed address whole, and the log holds before and after", async () => {
  const read = await stage.ada.read();
  expect(
    (await stage.ada.send(stage.ada.change(read, business, { tax_registration_number: "SE556016068001", "operating_address.city": "Göteborg" }))).body,
  ).toEqual({
    is: "done",
    merged: [],
  });
  const detail = await lastBody("businessInformation.update");
  expect(detail?.body).toEqual({
    // Whose number it is, what is sent alone doesn't say.
    tax_registration_number: "•••",
    operating_address: { street_address: "Verkstadsgatan 4", postal_code: "117 36", city: "Göteborg", country: "SE" },
  });
  expect(detail?.changed).toEqual([
    { field: "tax_registration_number", before: null, after: "SE556016068001" },
    { field: "operating_address.city", before: "Stockholm", after: "Göteborg" },
  ]);
});

test("a sole trader's numbers may be a person's own: neither they nor the answer stand in the log", async () => {
  const sole = { business_entity_type: "SOLE_TRADER", registration_number: "790512-9990", tax_registration_number: "SE790512999001" };
  expect((await stage.ada.send(stage.ada.change(await stage.ada.read(), business, sole))).body.is).toBe("done");
  const detail = await lastBody("businessInformation.update");
  expect(detail?.changed).toContainEqual(expect.objectContaining({ field: "registration_number", after: "•••" }));
  expect(await query("SELECT FROM audit_entries WHERE account_id = $1 AND detail::text LIKE '%790512%'", [stage.account_id])).toEqual([]);
});

test("what somebody else changed meanwhile, and this person didn't, is merged and said", async () => {
  const read = await stage.ada.read();
  await stage.ben.send(stage.ben.change(read, business, { business_name: "Nordlys Keramik i Nacka AB" }));
  const answer = await stage.ada.send(stage.ada.change(read, business, { tax_registration_number: "SE556016068001" }));
  expect(answer.body).toEqual({ is: "done", merged: ["business_name"] });
  const now = valuesOf("businessInformation", partIn((await stage.ada.read()).account, business));
  expect(now).toMatchObject({ business_name: "Nordlys Keramik i Nacka AB", tax_registration_number: "SE556016068001" });
});

test("two fields of one address, changed by two people, both stand in the end", async () => {
  const read = await stage.ada.read();
  await stage.ben.send(stage.ben.change(read, business, { "operating_address.street_address": "Verkstadsgatan 5" }));
  await stage.ada.send(stage.ada.change(read, business, { "operating_address.city": "Solna" }));
  expect(valuesOf("businessInformation", partIn((await stage.ada.read()).account, business))).toMatchObject({
    "operating_address.street_address": "Verkstadsgatan 5",
    "operating_address.city": "Solna",
  });
});

test("what both changed isn't sent: it comes back with what stands, and is sent when the person has chosen", async () => {
  const read = await stage.ada.read();
  await stage.ben.send(stage.ben.change(read, business, { business_name: "Theirs AB" }));
  const before = await stage.emulator.count("businessInformation.update");
  const mine = stage.ada.change(read, business, { business_name: "Mine AB" });
  expect((await stage.ada.send(mine)).body).toEqual({ is: "conflict", conflicts: [{ name: "business_name", theirs: "Theirs AB" }], merged: [] });
  expect(await stage.emulator.count("businessInformation.update")).toEqual(before);
  expect((await stage.ada.send({ ...mine, start: { ...mine.start, business_name: "Theirs AB" } })).body).toEqual({ is: "done", merged: [] });
});

test("what both changed to the same is as wanted, and nothing is sent", async () => {
  const read = await stage.ada.read();
  await stage.ben.send(stage.ben.change(read, business, { business_name: "Same AB" }));
  const before = await stage.emulator.count("businessInformation.update");
  expect((await stage.ada.send(stage.ada.change(read, business, { business_name: "Same AB" }))).body).toEqual({ is: "as-wanted" });
  expect(await stage.emulator.count("businessInformation.update")).toEqual(before);
});

test("masked fields are compared by their digests: a mask is never sent, and a change of theirs is seen without being shown", async () => {
  const read = await stage.ada.read();
  const [person] = itemsIn(read.account, "stakeholders");
  const part = { resource: "stakeholders", id: person?.id ?? "" } as const;
  expect(valuesOf("stakeholders", person?.fields)).toMatchObject({ date_of_birth: "1979-••-••", "national_identification.number": "•••• 9990" });
  // A new country of the id: the number beside it must come from Klarna, whole.
  expect((await stage.ada.send(stage.ada.change(read, part, { "national_identification.country": "NO" }))).body).toMatchObject({ is: "done", merged: [] });
  const whole = (await (
    await fetch(`${stage.emulator.url}/v2/accounts/${stage.account_id}/extra-account-data/beneficiary-information/stakeholders`, asKlarna)
  ).json()) as {
    national_identification: unknown;
  }[];
  expect(whole[0]?.national_identification).toEqual({ number: "19790512-9990", country: "NO" });
  const answer = await stage.ben.send(stage.ben.change(read, part, { date_of_birth: "1979-05-13" }));
  expect(answer.body).toMatchObject({ is: "done", merged: ["national_identification.country"] });
  const conflict = await stage.ada.send(stage.ada.change(read, part, { date_of_birth: "1979-05-14" }, { round: 1 }));
  expect(conflict.body).toMatchObject({ is: "conflict", conflicts: [{ name: "date_of_birth", theirs: "1979-••-••" }] });
  expect(JSON.stringify(conflict.body)).not.toContain("05-13");
  expect(JSON.stringify(await lastBody("stakeholders.update"))).not.toMatch(/1979|9990|Holmqvist/);
});

test("a mask that comes back as a value is refused before Klarna is asked", async () => {
  const read = await stage.ada.read();
  const [person] = itemsIn(read.account, "stakeholders");
  const before = await stage.emulator.count("stakeholders.update");
  const part = { resource: "stakeholders", id: person?.id ?? "" } as const;
  const answer = await stage.ada.send(stage.ada.change(read, part, { "national_identification.number": "•••• 1234" }));
  expect([answer.status, problemOf(answer).code]).toEqual([400, "MASKED_VALUE"]);
  expect(await stage.emulator.count("stakeholders.update")).toEqual(before);
});

test("without the digest of a masked field nobody changes it: it may be another by now", async () => {
  const read = await stage.ada.read();
  const [account] = itemsIn(read.account, "bankAccounts");
  const change = stage.ada.change(read, { resource: "bankAccounts", id: account?.id ?? "" }, { iban: "NO9386011117947", bic: "DNBANOKKXXX" });
  expect((await stage.ada.send({ ...change, stamps: {} })).body).toMatchObject({ is: "conflict", conflicts: [{ name: "iban" }] });
  expect((await stage.ada.send(change)).body).toMatchObject({ is: "done" });
});

test("two who save at the same moment go one after the other: neither's change is lost", async () => {
  const read = await stage.ada.read();
  const [one, other] = await Promise.all([
    stage.ada.send(stage.ada.change(read, business, { "operating_address.city": "Solna" })),
    stage.ben.send(stage.ben.change(read, business, { "operating_address.street_address": "Verkstadsgatan 6" })),
  ]);
  expect([one.body.is, other.body.is]).toEqual(["done", "done"]);
  expect(valuesOf("businessInformation", partIn((await stage.ada.read()).account, business))).toMatchObject({
    "operating_address.city": "Solna",
    "operating_address.street_address": "Verkstadsgatan 6",
  });
});

const asKlarna = { headers: { authorization: `Basic ${process.env.KLARNA_TEST_API_KEY ?? "klarna_test_api_emulator"}` } };

test("who guesses a masked value without its digest isn't told whether it is right, also under an attempt that was sent before; who sent it is", async () => {
  const read = await stage.ada.read();
  const [person] = itemsIn(read.account, "stakeholders");
  const part = { resource: "stakeholders", id: person?.id ?? "" } as const;
  const set = stage.ada.change(read, part, { date_of_birth: "1981-03-04" }, { round: 7 });
  expect((await stage.ada.send(set)).body).toMatchObject({ is: "done" });
  // The answer to it was lost: its author is told that it stands.
  expect((await stage.ada.send(set)).body).toEqual({ is: "done", merged: [] });
  const answers = async (round: number) => {
    const guesses = ["1981-03-04", "1981-03-05"].map((date_of_birth) => stage.ben.change(read, part, { date_of_birth }, { round, stamps: {} }));
    return Promise.all(guesses.map(async (guess) => (await stage.ben.send(guess)).body));
  };
  const [right, wrong] = await answers(0);
  expect(right).toMatchObject({ is: "conflict", conflicts: [{ name: "date_of_birth", theirs: "1981-••-••" }] });
  expect(wrong).toEqual(right);
  const other = stage.ben.change(await stage.ben.read(), part, { given_name: "Sigrid" }, { round: 9 });
  expect((await stage.ben.send(other)).body).toMatchObject({ is: "done" });
  expect(await answers(9)).toEqual([{ is: "sent-before" }, { is: "sent-before" }]);
});
