import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { websites } from "@/lib/klarna/operations/websites";
import { klarnaDoor } from "@/lib/server/edge/klarna-door";

import { everyOperation } from "../gateway/permission-table";
import { type Asked, answered, ask, browserRequest, problemOf } from "../harness/ask";
import { validCall } from "../harness/calls";
import { canaryAnswer } from "../harness/canaries";
import { withDesk } from "../harness/desk";
import { hostileBodies } from "../harness/hostile-bodies";
import { knowOwnKeys } from "../harness/own-key";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { behindTheEdge, closeEdges } from "./behind-the-edge";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let cookie: string;
let port: number;
beforeAll(async () => {
  cookie = (await signedIn("admin")).cookie;
  await knowOwnKeys();
  port = await behindTheEdge(klarnaDoor((_, response) => void response.end("left to Next.js")));
});
beforeEach(() => {
  klarna.received.length = 0;
});
afterAll(closeEdges);

/** What the door answers over HTTP to what the desk's own pages would ask. */
async function askDoor(path: string, method: string, asked: Asked = {}) {
  const request = browserRequest(path, method, asked);
  const { pathname, search } = new URL(request.url);
  const body = method === "GET" || method === "HEAD" ? undefined : await request.arrayBuffer();
  return answered(await fetch(`http://127.0.0.1:${port}${pathname}${search}`, { method, headers: request.headers, ...(body?.byteLength && { body }) }));
}

describe.each(everyOperation.filter(({ name }) => name !== "settlements.csv"))("$name", (operation) => {
  test("is answered as the gateway answers it", async () => {
    klarna.script = () => (operation.method === "DELETE" ? { status: 204 } : { body: JSON.stringify(canaryAnswer(operation.output) ?? {}) });
    const wanted = await ask(operation.name, { cookie, ...validCall(operation) });
    const got = await askDoor(`/api/klarna/test/${operation.name}`, operation.method, { cookie, ...validCall(operation) });
    expect(got.status).toBe(wanted.status);
    expect(got.body).toEqual(wanted.body);
    for (const name of ["content-type", "cache-control"]) expect(got.headers.get(name), name).toBe(wanted.headers.get(name));
    const [first, second] = klarna.received.map(({ headers: { "klarna-idempotency-key": _, ...headers }, ...one }) => ({ ...one, headers }));
    expect(second).toEqual(first);
  });
});

test("what is wrong is refused as the gateway refuses it, and nothing is sent", async () => {
  const { search, attempt } = validCall(websites.update);
  const cases: readonly [string, string, string, Asked][] = [
    ["nobody", "GET", "accounts.get", {}],
    ["another site", "GET", "accounts.get", { cookie, headers: { "sec-fetch-site": "cross-site" } }],
    ["no such operation", "GET", "accounts.steal", { cookie }],
    ["no such environment", "GET", "accounts.get", { cookie, environment: "moon" }],
    ["another method", "POST", "accounts.get", { cookie }],
    ["a bad id", "GET", "accounts.get", { cookie, search: { account_id: "../../etc" } }],
    ["an odd query", "GET", "accounts.get", { cookie, search: { account_id: "krn:partner:global:account:test:LWT2XJSE", "%E0%A4%A": "\u0000" } }],
    ...Object.entries(hostileBodies).map(([what, body]): [string, string, string, Asked] => [
      what,
      "PATCH",
      "websites.update",
      { cookie, search, attempt, body },
    ]),
  ];
  for (const [what, method, name, asked] of cases) {
    const wanted = await ask(name, { ...asked, method });
    const got = await askDoor(`/api/klarna/${asked.environment ?? "test"}/${name}`, method, asked);
    expect(got.status, what).toBe(wanted.status);
    expect(got.status, what).toBeGreaterThanOrEqual(400);
    expect({ ...problemOf(got), errorId: undefined }, what).toEqual({ ...problemOf(wanted), errorId: undefined });
  }
  expect(klarna.received).toEqual([]);
});

test("a host that is none is refused", async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const asking = httpRequest({ host: "127.0.0.1", port, path: "/api/klarna/test/accounts.get", headers: { host: "a b" } }, ({ statusCode }) =>
      resolve(statusCode),
    );
    asking.on("error", reject).end();
  });
  expect(status).toBe(400);
});

test("everything else is left to Next.js", async () => {
  const others = [
    "/",
    "/api/klarna",
    "/api/klarna/test",
    "/api/klarna/test/accounts.get/",
    "/api/klarna/test/accounts.get/more",
    "/api/klarna/test/settlements.csv?settlement_id=S",
    "/api/desk/drafts",
  ];
  for (const path of others) expect((await askDoor(path, "GET", { cookie })).body, path).toBe("left to Next.js");
  for (const method of ["OPTIONS", "PUT"]) expect((await askDoor("/api/klarna/test/accounts.get", method, { cookie })).body, method).toBe("left to Next.js");
});
