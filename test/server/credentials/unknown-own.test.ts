import { beforeAll, expect, test } from "vitest";

import { keyMark } from "@/lib/server/credentials/own";
import { query } from "@/lib/server/db/client";

import { ask, problemOf } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { does, listed, make, seen } from "./stage";

let emulator: TestEmulator;
let admin: SignedIn;
// Its keys are in no shape that says anything.
withDesk(async () => {
  emulator = await startTestEmulator({ seed: 1 });
  return emulator;
});
beforeAll(async () => {
  admin = await signedIn("admin");
});

/** A credential that was made past the desk. */
async function madeElsewhere(type = "API"): Promise<string> {
  const headers = { authorization: "Basic klarna_test_api_emulator", "content-type": "application/json" };
  const body = JSON.stringify({ type, environment: "TEST", description: "Elsewhere" });
  const answer = await fetch(`${emulator.url}/v2/account/credentials`, { method: "POST", headers, body });
  return ((await answer.json()) as { credential_id: string }).credential_id;
}

test("where neither key nor Klarna says which is the desk's own, all that may be are kept until somebody says so", async () => {
  const [one, other, client] = [await madeElsewhere(), await madeElsewhere(), await madeElsewhere("CLIENT")];
  const { made } = await make(admin);
  // Before the list was ever read nothing is known of any.
  const early = await ask("credentials.disable", { cookie: admin.cookie, search: { credential_id: one }, attempt: crypto.randomUUID() });
  expect(problemOf(early).code).toBe("MAYBE_OWN_CREDENTIAL");
  expect((await listed(admin)).strangers).toBe(1);
  expect(await Promise.all([one, other, client, made.credential_id].map(async (id) => (await seen(admin, id))?.own))).toEqual([
    "unknown",
    "unknown",
    "no",
    "no",
  ]);
  for (const id of [one, other]) expect(problemOf(await does(admin, "disable", id)).code).toBe("MAYBE_OWN_CREDENTIAL");
  expect((await does(admin, "tell", client)).status, "a client id opens no door").toBe(404);

  const before = await latestAudit();
  expect((await does(admin, "tell", one)).status).toBe(200);
  expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([["credential-told", { credential: one }]]);
  expect((await listed(admin)).strangers).toBe(0);
  expect(await Promise.all([one, other].map(async (id) => (await seen(admin, id))?.own))).toEqual(["yes", "no"]);
  expect(problemOf(await does(admin, "disable", one)).code).toBe("OWN_CREDENTIAL");

  // It was the other one after all.
  await does(admin, "tell", other);
  expect(await Promise.all([one, other].map(async (id) => (await seen(admin, id))?.own))).toEqual(["no", "yes"]);
  expect((await does(admin, "disable", one)).status).toBe(200);
  expect(await seen(admin, one)).toMatchObject({ disabled_by: "admin 1" });
});

test("one that may be the desk's own can be disabled once it was released", async () => {
  const id = await madeElsewhere();
  await listed(admin);
  await does(admin, "release", id);
  expect(await seen(admin, id)).toMatchObject({ released_until: expect.any(String) });
  expect((await does(admin, "disable", id)).status).toBe(200);
});

test("whose key the desk has isn't for anybody to say where one that was made here has it", async () => {
  const { made } = await make(admin);
  const elsewhere = await madeElsewhere();
  await listed(admin);
  await query("UPDATE credentials SET key_mark = NULL");
  const mark = keyMark("klarna_test_api_emulator");
  await query("UPDATE credentials SET key_mark = $2 WHERE credential_id = $1", [made.credential_id, mark]);
  expect(problemOf(await does(admin, "tell", elsewhere))).toMatchObject({ status: 404, message: expect.stringContaining("known already") });
  expect(await Promise.all([made.credential_id, elsewhere].map(async (id) => (await seen(admin, id))?.own))).toEqual(["yes", "no"]);
});
