import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { isChange } from "@/lib/klarna/operation";
import { accounts } from "@/lib/klarna/operations/accounts";
import { isProblem } from "@/lib/klarna/problem";
import { query } from "@/lib/server/db/client";
import { serve } from "@/lib/server/gateway";

import { everyOperation } from "../gateway/permission-table";
import { type Answered, type Asked, answered, ask, problemOf } from "../harness/ask";
import { validCall } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { broken, endless, hostileBodies } from "../harness/hostile-bodies";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("admin")).cookie;
});
beforeEach(() => {
  klarna.received.length = 0;
});
afterEach(async () => {
  expect(await query("SELECT id FROM operations")).toEqual([]);
});

/** A 4xx in our shape, and nothing sent. */
function expectRefused(answer: Answered, what: string, ...statuses: readonly number[]): void {
  expect(statuses.length > 0 ? statuses : [400, 413], what).toContain(answer.status);
  expect(isProblem(answer.body), what).toBe(true);
  expect(problemOf(answer).status, what).toBe(answer.status);
  expect(answer.headers.get("cache-control"), what).toBe("no-store");
  expect(klarna.received, what).toEqual([]);
}

const withBody = everyOperation.filter(({ body }) => body !== undefined);

describe.each(withBody)("$name", (operation) => {
  test("refuses every hostile body", async () => {
    const { search, attempt } = validCall(operation);
    for (const [what, body] of Object.entries(hostileBodies)) {
      const tooLong = what === "more than a megabyte";
      expectRefused(await ask(operation.name, { cookie, search, attempt, body }), what, tooLong ? 413 : 400);
    }
  });

  test("refuses what a form can't hold in any of its texts", async () => {
    const { search, attempt, body } = validCall(operation);
    const text = JSON.stringify(body);
    const firstText = /:"([^"]+)"/.exec(text)?.[1];
    if (firstText === undefined) return;
    for (const odd of ["\\ud800", "a\\u0000b", "a\\nb", "x".repeat(3_000)])
      expectRefused(await ask(operation.name, { cookie, search, attempt, body: text.replace(`:"${firstText}"`, `:"${odd}"`) }), odd);
  });
});

test("refuses queries that an operation doesn't know", async () => {
  for (const operation of everyOperation) {
    const { search, ...call } = validCall(operation);
    for (const odd of ["__proto__", "constructor", "colour", "", "toString", "expand[]", "environment"])
      expectRefused(await ask(operation.name, { cookie, ...call, search: { ...search, [odd]: "x" } }), `${operation.name} ${odd}`);
  }
});

test("refuses a change without the attempt that its form was opened with, or with another name for it", async () => {
  for (const operation of everyOperation.filter(isChange)) {
    for (const attempt of [undefined, "", "1", "__proto__", "g".repeat(36), `${crypto.randomUUID()}x`, crypto.randomUUID().replaceAll("-", "")])
      expectRefused(await ask(operation.name, { cookie, ...validCall(operation), attempt }), operation.name, 400);
  }
});

test("refuses a masked value that was sent back", async () => {
  const attempt = crypto.randomUUID();
  const answer = await ask("accounts.update", { cookie, ...validCall(accounts.update), attempt, body: { account_owner: { given_name: "•••" } } });
  expectRefused(answer, "masked", 400);
  expect(problemOf(answer).code).toBe("MASKED_VALUE");
});

test("knows no operation but its own, by no method but its own, in no environment but Klarna's", async () => {
  for (const name of [
    "",
    "__proto__",
    "constructor",
    "toString",
    "accounts",
    "accounts.",
    "accounts.get ",
    "ACCOUNTS.GET",
    "accounts.get\0",
    "../accounts.get",
    "a".repeat(9_000),
  ])
    expectRefused(await ask(name, { cookie }), name, 404);
  for (const operation of everyOperation)
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"].filter((other) => other !== operation.method))
      expectRefused(await ask(operation.name, { cookie, method, ...validCall(operation), body: undefined }), `${method} ${operation.name}`, 404);
  for (const environment of ["", "prod", "TEST", "test ", "__proto__", "test/live"])
    expectRefused(await ask("accounts.get", { cookie, environment }), environment, 404);
});

test("refuses what another site's page makes a browser send, and lets its own pages through", async () => {
  const others: readonly (readonly [string, Asked["headers"]])[] = [
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a neighbour", { "sec-fetch-site": "same-site" }],
    ["an unknown word", { "sec-fetch-site": "whatever" }],
    ["a claim against the browser's word", { "sec-fetch-site": "cross-site", origin: "http://desk.example:3000" }],
  ];
  for (const operation of everyOperation)
    for (const [what, headers] of others) expectRefused(await ask(operation.name, { cookie, ...validCall(operation), headers: headers ?? {} }), what, 403);
  const typed = everyOperation.find(({ method }) => method === "POST");
  if (typed) expectRefused(await ask(typed.name, { cookie, ...validCall(typed), headers: { "sec-fetch-site": "none" } }), "a POST from the address bar", 403);
});

test("where a browser says nothing of the site, the origin counts", async () => {
  const url = "http://desk.example:3000/api/klarna/test/accounts.get";
  const from = (origin: string | undefined) =>
    serve(new Request(url, { headers: { cookie, host: "desk.example:3000", ...(origin !== undefined && { origin }) } }), "test", "accounts.get").then(answered);
  for (const origin of ["https://evil.example", "null", "", "http://desk.example:3001", "http://desk.example:3000.evil.example"])
    expectRefused(await from(origin), origin, 403);
  // Past the door, an identifier is asked for.
  expect((await from("http://desk.example:3000")).status).toBe(400);
  expect((await from(undefined)).status).toBe(400);
});

test("stops reading what is too long, whatever its headers promise, and refuses what breaks off", async () => {
  const headers = { cookie, "sec-fetch-site": "same-origin", "x-attempt": crypto.randomUUID() };
  const url = "http://desk.example:3000/api/klarna/test/accounts.onboard";
  const { request, pulled } = endless(url, "POST", headers);
  expectRefused(await answered(await serve(request, "test", "accounts.onboard")), "endless", 413);
  expect(pulled()).toBeLessThan(20);
  expectRefused(await answered(await serve(broken(url, "POST", headers), "test", "accounts.onboard")), "broken", 400);
});
