import { beforeAll, beforeEach, expect, test } from "vitest";

import { GET, POST, DELETE as RELEASE, PUT as RENEW } from "@/app/api/desk/merchants/[account_id]/claim/route";
import type { Claim } from "@/lib/desk/claim";
import { query } from "@/lib/server/db/client";

import { type Answered, answered, browserRequest, problemOf } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { account_id } from "./note-desk";

withDesk(noKlarna);

let ada: SignedIn;
let grace: SignedIn;
let auditor: SignedIn;
beforeAll(async () => {
  [ada, grace, auditor] = await Promise.all([signedIn("operations"), signedIn("support"), signedIn("auditor")]);
});
beforeEach(async () => {
  await query("DELETE FROM merchant_claims");
  await query("UPDATE people SET disabled_at = NULL");
  await query("INSERT INTO merchants (environment, account_id) VALUES ('test', $1) ON CONFLICT DO NOTHING", [account_id]);
});

const environment = "test";
const context = (account = account_id) => ({ params: Promise.resolve({ account_id: account }) });
const see = async ({ cookie }: SignedIn) =>
  (await answered(await GET(browserRequest("/c", "GET", { cookie, search: { environment } }), context()))).body as Claim | null;
const claim = async ({ cookie }: SignedIn, over?: string, account?: string): Promise<Answered> =>
  answered(await POST(browserRequest("/c", "POST", { cookie, body: { environment, ...(over && { over }) } }), context(account)));
const renew = async ({ cookie }: SignedIn) =>
  (await answered(await RENEW(browserRequest("/c", "PUT", { cookie, body: { environment } }), context()))).body as Claim | null;
const release = async ({ cookie }: SignedIn) => answered(await RELEASE(browserRequest("/c", "DELETE", { cookie, search: { environment } }), context()));
/** As if it had been claimed and renewed that long ago. */
const pass = (minutes: number) =>
  query("UPDATE merchant_claims SET claimed_at = claimed_at - make_interval(mins => $1), until = until - make_interval(mins => $1)", [minutes]);

test("everybody sees who works on a merchant, and since when", async () => {
  expect(await see(auditor)).toBeNull();
  expect((await claim(ada)).body).toMatchObject({ person_id: ada.id });
  for (const somebody of [ada, grace, auditor]) expect(await see(somebody)).toMatchObject({ person_id: ada.id, by: expect.stringMatching(/^operations/) });
});

test("it ends after a quarter of an hour in which nobody looked, and goes on for as long as somebody does", async () => {
  await claim(ada);
  const since = (await see(ada))?.since;
  await pass(14);
  expect(await renew(ada)).toMatchObject({ person_id: ada.id });
  await pass(14);
  const now = await see(ada);
  expect(now?.person_id).toBe(ada.id);
  expect(Date.parse(since ?? "") - Date.parse(now?.since ?? "")).toBe(28 * 60_000);
  await pass(2);
  expect(await see(ada)).toBeNull();
  // What has ended isn't renewed: somebody has to say so anew.
  expect(await renew(ada)).toBeNull();
  expect(await see(ada)).toBeNull();
});

test("what has ended is anybody's, and begins anew", async () => {
  await claim(ada);
  await pass(16);
  const { body } = await claim(grace);
  expect(body).toMatchObject({ person_id: grace.id });
  expect(Date.now() - Date.parse((body as Claim).since)).toBeLessThan(60_000);
});

test("a colleague's is taken over only from the one who was meant; whoever had it learns it when they renew", async () => {
  await claim(ada);
  expect(problemOf(await claim(grace))).toMatchObject({
    status: 409,
    code: "CLAIMED",
    message: expect.stringMatching(/^operations .* says that they are working/),
  });
  expect(problemOf(await claim(grace, auditor.id))).toMatchObject({ status: 409 });
  expect(await see(grace)).toMatchObject({ person_id: ada.id });
  expect(await claim(grace, ada.id)).toMatchObject({ status: 200, body: { person_id: grace.id } });
  expect(await renew(ada)).toMatchObject({ person_id: grace.id });
  expect(await see(ada)).toMatchObject({ person_id: grace.id });
});

test("it is given back by whoever has it, and by nobody else", async () => {
  await claim(ada);
  await release(grace);
  expect(await see(ada)).toMatchObject({ person_id: ada.id });
  expect((await release(ada)).body).toBeNull();
  expect(await see(grace)).toBeNull();
});

test("who can't sign in any more works on nothing", async () => {
  await claim(ada);
  await query("UPDATE people SET disabled_at = now() WHERE id = $1", [ada.id]);
  expect(await see(grace)).toBeNull();
  expect((await claim(grace)).status).toBe(200);
});

test("a merchant that the desk doesn't know can't be claimed", async () => {
  expect(problemOf(await claim(ada, undefined, "krn:partner:global:account:test:NOBODY"))).toMatchObject({ status: 404, code: "UNKNOWN_MERCHANT" });
});
