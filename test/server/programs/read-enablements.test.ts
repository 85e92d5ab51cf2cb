import { beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { readEnablementsDue } from "@/lib/server/programs/read-enablements";

import { withDesk } from "../harness/desk";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const account = "krn:partner:global:account:test:PROGRAM1";
const products = [{ product_id: "krn:product:1" }, { product_id: "krn:product:2" }, {}];

beforeEach(async () => {
  for (const table of ["enablements", "enablement_reads"]) await query(`DELETE FROM ${table}`);
  klarna.received.length = 0;
  klarna.script = () => ({ body: '{"payment_program_enablements":[]}' });
});

/** Which products were asked about, and how often a turn was waited for. */
async function look(): Promise<readonly [readonly string[], number]> {
  klarna.received.length = 0;
  let waits = 0;
  await readEnablementsDue("test", account, products, async () => {
    waits += 1;
  });
  return [klarna.received.map(({ path }) => /krn:product:\d/.exec(decodeURIComponent(path))?.[0] ?? path), waits];
}
const readAgo = (age: string) => query("UPDATE enablement_reads SET asked_at = now() - $1::interval WHERE product_id = 'krn:product:1'", [age]);

test("a product's enablements are read when they never were, and then once a week, each in its turn", async () => {
  expect(await look()).toEqual([["krn:product:1", "krn:product:2"], 2]);
  expect(await look()).toEqual([[], 0]);
  await readAgo("6 days 23 hours");
  expect(await look()).toEqual([[], 0]);
  await readAgo("7 days 1 minute");
  expect(await look()).toEqual([["krn:product:1"], 1]);
});

test("where one ends within a month they are read every night", async () => {
  const ends = (days: number) => {
    const effective_to = new Date(Date.now() + days * 86_400_000).toISOString();
    klarna.script = () => ({
      body: JSON.stringify({ payment_program_enablements: [{ payment_program_enablement_id: "e", payment_program_id: "p", effective_to }] }),
    });
  };
  ends(29);
  await look();
  await readAgo("19 hours");
  expect(await look()).toEqual([[], 0]);
  await readAgo("21 hours");
  expect((await look())[0]).toEqual(["krn:product:1"]);
  ends(31);
  await query("UPDATE enablement_reads SET asked_at = now() - interval '8 days'");
  await look();
  await readAgo("21 hours");
  expect(await look()).toEqual([[], 0]);
});

test("what Klarna refuses of one product keeps neither the other nor the merchant from being read; what stops everybody stops here", async () => {
  klarna.script = ({ path }) =>
    path.includes("product%3A1") || path.includes("product:1") ? { status: 404, body: "{}" } : { body: '{"payment_program_enablements":[]}' };
  expect((await look())[0]).toEqual(["krn:product:1", "krn:product:2"]);
  expect((await look())[0], "tried again the next time").toEqual(["krn:product:1"]);
  klarna.script = () => ({ status: 401, body: "{}" });
  await expect(look()).rejects.toMatchObject({ problem: { code: "KLARNA_REFUSED_KEY" } });
});
