import { randomUUID } from "node:crypto";

import { type Asked, ask } from "./stage/ask";
import { expect, test } from "./stage/story";

const known = "krn:partner:global:account:test:NOBODY1";
const account = `account_id=${encodeURIComponent(known)}`;
const attempt = { "x-attempt": randomUUID() };
const post = (body: string, headers: Asked["headers"] = {}) => ({ method: "POST", body, headers });
const get = (id: string) => `/api/klarna/test/stakeholders.list?account_id=${id}`;
const draft = (content: string) => post(`{"environment":"test","title":"","content":${content}}`);

/** What a script in a signed-in page may try, and the status that it must meet. */
const tries: readonly (readonly [what: string, path: string, asked: Asked, status: number])[] = [
  ["no id", "/api/klarna/test/stakeholders.list", {}, 400],
  ["an empty id", get(""), {}, 400],
  ["an id that walks up the path", get("..%2F..%2Fv2"), {}, 400],
  ["an id that walks up by dots", get("krn:.."), {}, 400],
  ["an id with a NUL", get("krn%00"), {}, 400],
  ["an id with a line break", get("krn%0d%0aHost:evil"), {}, 400],
  ["an id with a question", get("krn%3Fexpand=x"), {}, 400],
  ["an id with half an emoji", get("krn%F0%9F"), {}, 400],
  ["an endless id", get("x".repeat(5_000)), {}, 400],
  ["a query that isn't in the reference", `/api/klarna/test/stakeholders.list?${account}&admin=true`, {}, 400],
  ["an expansion that there isn't", `/api/klarna/test/accounts.get?${account}&expand=__proto__`, {}, 400],
  ["an unknown operation", "/api/klarna/test/accounts.steal", {}, 404],
  ["an operation named like a method of objects", "/api/klarna/test/constructor", {}, 404],
  ["an operation named __proto__", "/api/klarna/test/__proto__", {}, 404],
  ["an unknown environment", "/api/klarna/staging/distributionProfiles.list", {}, 404],
  ["a read as a change", "/api/klarna/test/distributionProfiles.list", post("{}", attempt), 404],
  ["a change as a read", "/api/klarna/test/accounts.migrate", {}, 404],
  ["a method that no door has", "/api/klarna/test/accounts.migrate", { method: "PUT", body: "{}" }, 405],
  ["a change without its attempt", "/api/klarna/test/accounts.migrate", post("{}"), 400],
  ["a change with an odd attempt", "/api/klarna/test/accounts.migrate", post("{}", { "x-attempt": "1; DROP TABLE people" }), 400],
  ["no body", "/api/klarna/test/accounts.migrate", { method: "POST", headers: attempt }, 400],
  ["half a JSON", "/api/klarna/test/accounts.migrate", post('{"account_name":', attempt), 400],
  ["a body that is a list", "/api/klarna/test/accounts.migrate", post("[]", attempt), 400],
  ["a body that is null", "/api/klarna/test/accounts.migrate", post("null", attempt), 400],
  ["__proto__ in a body", "/api/klarna/test/accounts.migrate", post('{"__proto__":{"role":"admin"}}', attempt), 400],
  ["wrong types", "/api/klarna/test/accounts.migrate", post('{"account_name":{"$gt":""},"products":"all"}', attempt), 400],
  ["half a character", "/api/klarna/test/accounts.migrate", post('{"account_name":"\\ud800","account_reference":"\\udfff"}', attempt), 400],
  ["a deep nest", "/api/klarna/test/accounts.migrate", post(`${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`, attempt), 400],
  ["a megabyte and more", "/api/klarna/test/accounts.migrate", post(JSON.stringify({ account_name: "x".repeat(1_100_000) }), attempt), 413],
  ["a draft of a megabyte", "/api/desk/drafts", draft(JSON.stringify("x".repeat(1_100_000))), 413],
  ["a draft of half a megabyte", "/api/desk/drafts", draft(JSON.stringify("x".repeat(600_000))), 400],
  ["a draft with more than there is", "/api/desk/drafts", post('{"environment":"test","title":"","content":{},"created_by":"me"}'), 400],
  ["a draft without an environment", "/api/desk/drafts", post('{"title":"","content":{}}'), 400],
  ["a copy of nobody", "/api/desk/drafts", post(JSON.stringify({ environment: "test", copy_of: known })), 404],
  ["a draft that isn't one", "/api/desk/drafts/1?environment=test", {}, 400],
  ["a draft that there isn't", `/api/desk/drafts/${randomUUID()}?environment=test`, {}, 404],
  [
    "a draft with a version that isn't a number",
    `/api/desk/drafts/${randomUUID()}`,
    { method: "PUT", body: '{"environment":"test","title":"","content":{},"version":"1e9"}' },
    400,
  ],
  [
    "a version beyond all numbers",
    `/api/desk/drafts/${randomUUID()}`,
    { method: "PUT", body: '{"environment":"test","title":"","content":{},"version":1e99}' },
    400,
  ],
  ["a cursor that isn't one", "/api/desk/directory", post(`{"environment":"test","asked":{},"after":"' OR 1=1"}`), 400],
  ["a merchant of the other world", `/api/desk/merchants/${encodeURIComponent(known)}?environment=live`, {}, 404],
  ["a merchant that isn't one", "/api/desk/merchants/..%2Fpeople?environment=test", {}, 400],
  ["a search without an end", `/api/desk/categories?q=${"x".repeat(2_000)}`, {}, 400],
  ["a check of nothing", "/api/desk/checks", post("{}"), 400],
  ["a door that there isn't", "/api/desk/everything", {}, 404],
  ["a door that there isn't, to change", "/api/everything/else", post("{}"), 404],
  ["a method that a door of the desk hasn't", "/api/desk/categories", post("{}"), 405],
  ["a server action at a door", "/api/desk/drafts", post("[]", { "next-action": "0".repeat(42) }), 400],
  ["a header of the proxy's", "/api/desk/categories?q=a", { headers: { "x-desk-path": "/live" } }, 400],
  ["a report that is none", "/api/policy-reports", post("{}"), 400],
  ["an escape that is cut off", "/api/klarna/test/%E0%A4%A", {}, 400],
  ["an escape that is cut off, in a query", "/api/klarna/test/stakeholders.list?account_id=%E0%A4%A", {}, 400],
  ["a password of another type", "/api/desk/password", post('{"current":1,"password":[]}'), 400],
  ["a link that was never made", "/api/desk/password-link", post('{"token":"made up","password":"long enough to be one"}'), 400],
  ["an event without a signature", "/api/webhooks/klarna/test", post("{}"), 400],
  ["an event for nowhere", "/api/webhooks/klarna/staging", post("{}"), 404],
];

const problem = { code: expect.any(String), message: expect.any(String), fields: expect.any(Array) };

test("Whatever a script in a signed-in page tries, it is refused in our words, and Klarna never hears of it", async ({ somebody, klarna, expectErrors }) => {
  const { page } = await somebody("operations");
  expectErrors(/status of 4\d\d/);
  await page.goto("/test/merchants");
  // Operations that no other story asks for.
  const heard = () => Promise.all(["accounts.migrate", "stakeholders.list"].map((operation) => klarna.received(operation)));
  const before = await heard();
  for (const [what, path, asked, status] of tries) {
    const met = await ask(page, path, asked);
    expect(met.status, what).toBe(status);
    expect(met.answer, what).toMatchObject({ status, ...problem });
  }
  expect(await heard()).toEqual(before);
});
