import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { PUT as change, DELETE as remove } from "@/app/api/desk/payouts/connections/[id]/route";
import { POST as testKept } from "@/app/api/desk/payouts/connections/[id]/test/route";
import { POST as add, GET as list } from "@/app/api/desk/payouts/connections/route";
import { POST as tryOut } from "@/app/api/desk/payouts/connections/test/route";
import { credentialOf } from "@/emulator/payouts/credentials";
import type { ConnectionTest, PayoutConnection } from "@/lib/desk/payout";
import { query } from "@/lib/server/db/client";

import { answered, browserRequest, problemOf } from "../harness/ask";
import { logged } from "../harness/captured-log";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";
import { book, everything, forgetPayouts, work } from "./stage";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});
let ada: SignedIn;
beforeAll(async () => {
  ada = await signedIn("admin");
});
beforeEach(async () => {
  await book(emulator, { payouts: 3, lines: 4 });
  await query("UPDATE sessions SET proved_at = now()");
});
afterEach(async () => {
  await emulator.order("/payouts", { region: "eu", environment: "test", credential: "active" });
  await forgetPayouts();
});

const { apiKey, uuid, legacy } = credentialOf("eu", "test");
const whole = { environment: "test", region: "eu", name: "Nordlys Blomster", start_date: "2024-01-01", api_key: apiKey };
const ask = async (door: (request: Request) => Promise<Response>, body: unknown, method = "POST", cookie = ada.cookie) =>
  answered(await door(browserRequest("/api/desk/payouts/connections", method, { cookie, body })));
const onOne = (door: (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>, id: string) => (request: Request) =>
  door(request, { params: Promise.resolve({ id }) });
const connected = async (more: object = {}) => ((await ask(add, { ...whole, ...more })).body as { id: string }).id;
const tried = async (given: object) => (await ask(tryOut, given)).body as ConnectionTest;

test("a connection is kept with its secret sealed, read from its start on, and its secret is in no row, answer, log or audit entry", async () => {
  const before = await latestAudit();
  const id = await connected();
  await connected({ name: "By password", api_key: undefined, ...legacy });
  await work();
  await work();
  const both = (await ask(list, undefined, "GET")).body as readonly PayoutConnection[];
  expect(both.map(({ name, hint, refusal }) => [name, hint, refusal])).toEqual([
    ["By password", "K990017", null],
    ["Nordlys Blomster", "klarna_test_api_…s_eu", null],
  ]);
  // Of the same merchant: its payouts are there once.
  expect(both.reduce((sum, { payouts }) => sum + payouts, 0)).toBe(3);
  expect((await everything()).payouts).toHaveLength(3);
  const answers = JSON.stringify([(await ask(list, undefined, "GET")).body, (await ask(onOne(testKept, id), {})).body]);
  const audit = await auditAfter(before);
  expect(audit.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["payouts-connected", "payouts-synced"]));
  const rows = await Promise.all(["payout_connections", "payout_syncs", "payouts", "audit_entries", "pgboss.job"].map(wholeTable));
  for (const secret of [apiKey, legacy.password, legacy.username])
    for (const place of [answers, JSON.stringify(audit), ...rows, logged.join("\n")]) expect(place.includes(secret)).toBe(false);
});

test("us, which other connectors ask for and no host has, is North America; any other region or an address is refused", async () => {
  const { apiKey: american } = credentialOf("na", "test");
  const id = await connected({ region: "us", api_key: american });
  expect(await query("SELECT region FROM payout_connections WHERE id = $1", [id])).toEqual([{ region: "na" }]);
  for (const region of ["mars", "", "eu.evil.example", "http://127.0.0.1:1/", "../eu", "eu/live"]) {
    const refused = await ask(add, { ...whole, region });
    expect([refused.status, problemOf(refused).fields[0]?.path], region).toEqual([400, "region"]);
  }
  for (const field of ["url", "host", "base_url"]) expect((await ask(add, { ...whole, [field]: "http://127.0.0.1:1/" })).status, field).toBe(400);
});

test.each([
  ["a key of the other environment", { api_key: "klarna_live_api_made_up" }, "api_key", /LIVE/],
  ["what is no key", { api_key: "made-up-secret" }, "api_key", /begins with/],
  ["a key with a line break", { api_key: `${apiKey}\n` }, "api_key", /without spaces/],
  ["a user name without its password", { api_key: undefined, username: "K1_x" }, "password", /Fill this in/],
  ["a password without its user name", { api_key: undefined, password: "secret-secret" }, "username", /Fill this in/],
  ["a user name with a colon", { api_key: undefined, username: "a:b", password: "secret-secret" }, "username", /colons/],
  ["both kinds", { username: "K1_x", password: "secret-secret" }, "api_key", /either/],
  ["neither", { api_key: undefined }, "api_key", /Give an API key/],
  ["a day that isn't", { start_date: "2026-02-30" }, "start_date", /YYYY/],
  ["a day to come", { start_date: "2099-01-01" }, "start_date", /still to come/],
  ["no name", { name: " " }, "name", /Fill this in/],
])("%s is refused on its field, before Klarna is asked", async (_, more, path, words) => {
  const before = (await emulator.count("payouts.list")).received;
  const refused = await ask(add, { ...whole, ...more });
  expect(refused.status).toBe(400);
  expect(problemOf(refused).fields).toEqual([{ path, message: expect.stringMatching(words) }]);
  expect((await emulator.count("payouts.list")).received).toBe(before);
});

test("testing says that it works, in each of the three ways, and for whom", async () => {
  for (const credential of [{ api_key: apiKey }, uuid, legacy])
    expect(await tried({ environment: "test", region: "eu", ...credential })).toMatchObject({
      works: true,
      merchant_ids: ["K990017"],
      message: "Klarna takes this credential, and has 3 payouts for K990017.",
    });
  await book(emulator, { payouts: 0, lines: 1 }, "oc");
  expect(await tried({ environment: "test", region: "oc", api_key: credentialOf("oc", "test").apiKey })).toMatchObject({
    works: true,
    payouts: 0,
    message: expect.stringContaining("no payouts yet"),
  });
});

test("testing says what is wrong: region, environment, both, disabled, not allowed, away", async () => {
  const american = credentialOf("na", "test");
  expect(await tried({ environment: "test", region: "eu", api_key: american.apiKey })).toEqual({
    ...{ works: false, refused: true, merchant_ids: [], payouts: null, elsewhere: { environment: "test", region: "na" } },
    message: "The region is wrong: Klarna doesn't take this credential in Europe (playground), but does in North America (playground).",
  });
  expect(await tried({ environment: "test", region: "eu", ...credentialOf("eu", "live").legacy })).toMatchObject({
    message: expect.stringContaining("The environment is wrong"),
    elsewhere: { environment: "live", region: "eu" },
  });
  expect(await tried({ environment: "test", region: "eu", ...credentialOf("oc", "live").legacy })).toMatchObject({
    message: expect.stringContaining("The region and environment is wrong"),
  });
  await emulator.order("/payouts", { region: "eu", environment: "test", credential: "disabled" });
  expect(await tried({ environment: "test", region: "eu", api_key: apiKey })).toMatchObject({
    works: false,
    elsewhere: null,
    message: expect.stringMatching(/wasn't used for two months/),
  });
  await emulator.order("/payouts", { region: "eu", environment: "test", credential: "forbidden" });
  expect(await tried({ environment: "test", region: "eu", api_key: apiKey })).toMatchObject({ works: false, message: expect.stringContaining("read access") });
  await emulator.order("/payouts", { region: "eu", environment: "test", credential: "active" });
  await emulator.fault("payouts.list", "garbage");
  expect(await tried({ environment: "test", region: "eu", api_key: apiKey })).toMatchObject({
    works: false,
    message: expect.stringContaining("couldn't be read"),
  });
});

test("a kept connection is tested with what is kept; that Klarna takes it no longer stands at it until it does again", async () => {
  const id = await connected();
  await emulator.order("/payouts", { region: "eu", environment: "test", credential: "disabled" });
  expect((await ask(onOne(testKept, id), {})).body).toMatchObject({ works: false });
  const refusal = () => query("SELECT refusal FROM payout_connections WHERE id = $1", [id]);
  expect(await refusal()).toEqual([{ refusal: "KLARNA_REFUSED_KEY" }]);
  await emulator.order("/payouts", { region: "eu", environment: "test", credential: "active" });
  expect((await ask(onOne(testKept, id), {})).body).toMatchObject({ works: true });
  expect(await refusal()).toEqual([{ refusal: null }]);
});

test("a change keeps the secret unless a new one is typed; removing destroys it, and what was read stays", async () => {
  const id = await connected();
  await work();
  const sealed = async () => (await query<{ credential: Buffer | null }>("SELECT credential FROM payout_connections WHERE id = $1", [id]))[0]?.credential;
  const before = await sealed();
  const { name, start_date, environment } = { ...whole, name: "Another name" };
  expect((await ask(onOne(change, id), { name, start_date, environment }, "PUT")).status).toBe(204);
  expect(await sealed()).toEqual(before);
  expect((await ask(onOne(change, id), { name, start_date, environment, ...uuid }, "PUT")).status).toBe(204);
  expect(await sealed()).not.toEqual(before);
  expect((await ask(onOne(testKept, id), {})).body).toMatchObject({ works: true });
  expect((await ask(onOne(remove, id), undefined, "DELETE")).status).toBe(204);
  expect(await sealed()).toBe(null);
  expect((await everything()).payouts).toHaveLength(3);
  for (const door of [change, remove, testKept]) {
    const body = door === change ? { name, start_date, environment } : {};
    expect((await ask(onOne(door, id), body, door === change ? "PUT" : door === remove ? "DELETE" : "POST")).status).toBe(404);
  }
});

test("who hasn't proved lately that it is them connects, tests and removes nothing", async () => {
  const id = await connected();
  await query("UPDATE sessions SET proved_at = now() - interval '11 minutes'");
  for (const [door, body, method] of [
    [add, whole, "POST"],
    [tryOut, { environment: "test", region: "eu", api_key: apiKey }, "POST"],
    [onOne(testKept, id), {}, "POST"],
    [onOne(remove, id), undefined, "DELETE"],
  ] as const) {
    const refused = await ask(door, body, method);
    expect([refused.status, problemOf(refused).code]).toEqual([403, "STEP_UP_REQUIRED"]);
  }
});
