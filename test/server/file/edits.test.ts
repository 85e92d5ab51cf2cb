import { beforeAll, expect, test } from "vitest";

import { DELETE as drop, GET as find, PUT as keep } from "@/app/api/desk/merchants/[account_id]/edit/route";
import type { Edit, EditContent } from "@/lib/desk/file";
import { query } from "@/lib/server/db/client";
import { attemptOf } from "@/lib/server/file/attempt";

import { answered, browserRequest, problemOf } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";

withDesk(noKlarna);

const account_id = "krn:partner:global:account:test:EDIT1234";
let ada: SignedIn;
beforeAll(async () => {
  ada = await signedIn("operations");
});

const at = async (route: typeof find, method: string, body?: object, cookie = ada.cookie, search: Readonly<Record<string, string>> = {}) =>
  answered(
    await route(browserRequest("/api/desk/merchants/x/edit", method, { cookie, ...(body ? { body } : { search: { environment: "test", ...search } }) }), {
      params: Promise.resolve({ account_id }),
    }),
  );
const giveUp = (version: number) => at(drop, "DELETE", undefined, undefined, { version: String(version) });
const save = (version: number, content: unknown, cookie?: string) => at(keep, "PUT", { environment: "test", version, content }, cookie);
const content = (given_name: string): EditContent => ({
  parts: { "stakeholders new-1": { act: "create", round: 0, start: {}, stamps: {}, values: { given_name, roles: ["OWNER"] } } },
  rounds: {},
});

test("what is typed is kept for the person, encrypted, and found on any device of theirs; a colleague has their own", async () => {
  expect((await at(find, "GET")).body).toBeNull();
  const first = (await save(0, content("Ingeborg"))).body as Edit;
  expect((await save(first.version, content("Ingeborg Marked"))).status).toBe(200);
  expect((await at(find, "GET")).body).toMatchObject({ id: first.id, content: content("Ingeborg Marked"), standing: {} });
  const [row] = await query<{ content: Buffer }>("SELECT content FROM edits WHERE id = $1", [first.id]);
  expect(row?.content.toString("latin1")).not.toContain("Marked");
  const ben = await signedIn("admin");
  expect((await at(find, "GET", undefined, ben.cookie)).body).toBeNull();
  expect((await save(0, content("Ben's"), ben.cookie)).status).toBe(200);
  expect((await at(find, "GET")).body).toMatchObject({ content: content("Ingeborg Marked") });
});

test("what another window of the person's kept isn't overwritten unseen", async () => {
  const { version } = (await at(find, "GET")).body as Edit;
  expect((await save(version, content("One"))).status).toBe(200);
  for (const stale of [version, 0, 99]) {
    const answer = await save(stale, content("Other"));
    expect([answer.status, problemOf(answer).code]).toEqual([409, "DRAFT_CHANGED"]);
  }
  expect((await at(find, "GET")).body).toMatchObject({ content: content("One") });
});

test("what another window kept meanwhile isn't given up, or forgotten as sent, unseen", async () => {
  const { version } = (await at(find, "GET")).body as Edit;
  expect((await save(version, content("Newer"))).status).toBe(200);
  const answer = await giveUp(version);
  expect([answer.status, problemOf(answer).code]).toEqual([409, "DRAFT_CHANGED"]);
  expect((await at(find, "GET")).body).toMatchObject({ content: content("Newer") });
});

test("what is on its way isn't given up in another window, which doesn't know that it was sent", async () => {
  const { id, version } = (await at(find, "GET")).body as Edit;
  const attempt = attemptOf(id, { resource: "stakeholders", id: "new-1", act: "create", round: 0 });
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, lease_until)
     VALUES ('test', 'stakeholders.create', $1, gen_random_uuid(), $2, $3, '{}', 'sent', '', now())`,
    [attempt, ada.id, account_id],
  );
  for (const state of ["sent", "unknown"]) {
    await query("UPDATE operations SET state = $2 WHERE attempt = $1", [attempt, state]);
    const answer = await giveUp(version);
    expect([answer.status, problemOf(answer).code]).toEqual([409, "DRAFT_CHANGED"]);
    expect((await at(find, "GET")).body).toMatchObject({ id, standing: { "stakeholders new-1": state } });
  }
  await query("DELETE FROM operations WHERE attempt = $1", [attempt]);
});

test("what was given up is gone, and a window that still has it is told", async () => {
  const { version } = (await at(find, "GET")).body as Edit;
  expect((await giveUp(version)).status).toBe(204);
  expect((await giveUp(version)).status).toBe(204);
  expect((await at(find, "GET")).body).toBeNull();
  const answer = await save(version, content("Late"));
  expect([answer.status, problemOf(answer).code]).toEqual([404, "NO_SUCH_EDIT"]);
});

test("a website's addresses are kept, as many and as long as Klarna takes them", async () => {
  const urls = Array.from({ length: 200 }, (_, number) => `https://example.com/${number}/`.padEnd(2_083, "x")).join("\n");
  const key = "websites krn:partner:global:account:channel:website:00000000-0000-4000-8000-000000000001";
  const website = (text: string) => ({ parts: { [key]: { act: "update", round: 0, start: {}, stamps: {}, values: { urls: text } } }, rounds: {} });
  const kept = await save(0, website(urls));
  expect(kept.status).toBe(200);
  expect((await at(find, "GET")).body).toMatchObject({ content: website(urls) });
  expect((await save((kept.body as Edit).version, website(`${urls}${"\n".repeat(200)}`))).status).toBe(400);
});

test("a part that a file doesn't have, or a value that no field has, isn't kept", async () => {
  const part = content("x").parts["stakeholders new-1"];
  for (const parts of [
    { "secrets 1": part },
    { stakeholders: part },
    { businessInformation: { ...part, values: { business_name: 3 } } },
    { __proto__: part, accounts: 1 },
  ])
    expect((await save(0, { parts, rounds: {} })).status).toBe(400);
});
