import { beforeEach, expect, test } from "vitest";

import { POST as exportCsv } from "@/app/api/desk/directory/csv/route";
import { PUT as changeTag, DELETE as deleteTag } from "@/app/api/desk/tags/[id]/route";
import { POST as give } from "@/app/api/desk/tags/give/route";
import { POST as createTag, GET as listTags } from "@/app/api/desk/tags/route";
import { everything } from "@/lib/desk/directory";
import type { Tag } from "@/lib/desk/tag";
import { query } from "@/lib/server/db/client";
import { findMerchant, listMerchants } from "@/lib/server/merchants/directory";

import { answered, browserRequest, problemOf } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";

withDesk(noKlarna);

let cookie: string;
beforeEach(async () => {
  cookie = (await signedIn("support")).cookie;
  for (const table of ["tags", "merchants"]) await query(`DELETE FROM ${table}`);
  await query("INSERT INTO merchants (environment, account_id, account_name) VALUES ('test', 'krn:a', 'A'), ('test', 'krn:b', '=B()'), ('live', 'krn:a', 'L')");
});

const send = async (door: (request: Request) => Promise<Response>, body: unknown, method = "POST") =>
  answered(await door(browserRequest("/api/desk/tags", method, { cookie, body })));
const at = (id: string, more: object = {}) => ({ params: Promise.resolve({ id, ...more }) });
const made = async (name: string, environment = "test") => (await send(createTag, { environment, name, colour: "green" })).body as Tag;
const tagsOf = async (id: string, environment: "test" | "live" = "test") => (await findMerchant(environment, id))?.tags.map(({ name }) => name);

test("a tag is given to merchants, found by, taken away, renamed everywhere, and gone when it is deleted", async () => {
  const before = await latestAudit();
  const vip = await made("VIP");
  const moving = await made("moving");
  const given = { environment: "test", account_ids: ["krn:a", "krn:b", "krn:nobody"], add: [vip.id, moving.id], remove: [] };
  expect((await send(give, given)).body).toEqual({ changed: 2 });
  expect((await send(give, given)).body).toEqual({ changed: 0 });
  expect(await tagsOf("krn:a")).toEqual(["VIP", "moving"]);
  expect(await tagsOf("krn:a", "live")).toEqual([]);
  await send(give, { environment: "test", account_ids: ["krn:a"], add: [], remove: [moving.id] });
  const { merchants } = await listMerchants("test", { ...everything, filters: { tag: [moving.id] } });
  expect(merchants.map(({ account_id }) => account_id)).toEqual(["krn:b"]);
  await changeTag(browserRequest("/", "PUT", { cookie, body: { environment: "test", name: "Very", colour: "red" } }), at(vip.id));
  expect(await tagsOf("krn:b")).toEqual(["moving", "Very"].sort());
  await deleteTag(browserRequest("/", "DELETE", { cookie, search: { environment: "test" } }), at(vip.id));
  // What has gone already is no fault, and nobody's doing.
  await deleteTag(browserRequest("/", "DELETE", { cookie, search: { environment: "test" } }), at(vip.id));
  expect(await tagsOf("krn:b")).toEqual(["moving"]);
  const noted = (await auditAfter(before)).map(({ kind, account_id, detail }) => [kind, account_id, detail]);
  const both = { added: expect.toSatisfy((ids: string[]) => [...ids].sort().join() === [vip.id, moving.id].sort().join()) };
  expect(noted).toEqual([
    ["tag-made", null, { tag: vip.id }],
    ["tag-made", null, { tag: moving.id }],
    ["merchants-tagged", "krn:a", both],
    ["merchants-tagged", "krn:b", both],
    ["merchants-tagged", "krn:a", { removed: [moving.id] }],
    ["tag-changed", null, { tag: vip.id }],
    ["tag-deleted", null, { tag: vip.id }],
  ]);
});

test("a tag's name is one of its kind, can be seen, and belongs to one environment", async () => {
  await made("VIP");
  for (const name of ["vip", " VIP ", "V\u200bIP", "V\u200dIP\u200c"])
    expect(problemOf(await send(createTag, { environment: "test", name, colour: "red" })).code, name).toBe("NAME_TAKEN");
  for (const name of ["", "  ", "\u202e", "\u200d", "x".repeat(41)])
    expect((await send(createTag, { environment: "test", name, colour: "red" })).status, name).toBe(400);
  expect(await made("VIP", "live")).toMatchObject({ name: "VIP" });
  const other = await made("other");
  const taken = await changeTag(browserRequest("/", "PUT", { cookie, body: { environment: "test", name: "VIP", colour: "red" } }), at(other.id));
  expect(taken.status).toBe(409);
  const list = await answered(await listTags(browserRequest("/api/desk/tags", "GET", { cookie, search: { environment: "test" } })));
  expect((list.body as Tag[]).map(({ name }) => name)).toEqual(["other", "VIP"]);
  const wrong = { environment: "live", account_ids: ["krn:a"], add: [other.id], remove: [] };
  expect((await send(give, wrong)).body).toEqual({ changed: 0 });
});

test("a list is taken away as CSV: recorded before, without what was searched for, formulas defused, only what was selected", async () => {
  const before = await latestAudit();
  const whole = await send(exportCsv, { environment: "test", asked: { ...everything, sort: { key: "name", descending: false } } });
  expect(whole.headers.get("content-disposition")).toMatch(/^attachment; filename="merchants-test-\d{4}-\d\d-\d\d\.csv"$/);
  const lines = String(whole.body).trim().split("\r\n");
  expect(lines[0]).toMatch(/^\ufeff?account_id,account_name,/);
  expect(lines.slice(1).map((line) => line.split(",").slice(0, 2))).toEqual([
    ["krn:a", "A"],
    ["krn:b", "'=B()"],
  ]);
  const chosen = await send(exportCsv, { environment: "test", asked: { ...everything, text: "b", accounts: ["krn:b"] } });
  expect(String(chosen.body).trim().split("\r\n")).toHaveLength(2);
  expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([
    ["directory-exported", { rows: 2, narrowed_by: [], chosen: false }],
    ["directory-exported", { rows: 1, narrowed_by: ["text"], chosen: true }],
  ]);
});
