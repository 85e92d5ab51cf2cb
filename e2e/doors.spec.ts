import { randomUUID } from "node:crypto";
import { request as rawRequest } from "node:http";
import { encode } from "next-auth/jwt";

import { newPerson, sessionCookie } from "./stage/person";
import { expect, test } from "./stage/story";

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request as a program sends it, which a browser would correct. */
function send(
  deskUrl: string,
  path: string,
  { method = "GET", headers = {}, body }: Sent = {},
): Promise<{ readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(deskUrl);
    const asking = rawRequest({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString("utf8") }));
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

test("Another site's page can make a browser change nothing", async ({ place }) => {
  const { name, value } = await sessionCookie(place, await newPerson(place, "admin"));
  const cookie = `${name}=${value}`;
  const draft = { method: "POST", body: JSON.stringify({ environment: "test", title: "", content: {} }) };
  const statusWith = async (headers: Sent["headers"]) => (await send(place.deskUrl, "/api/desk/drafts", { ...draft, headers: { cookie, ...headers } })).status;
  expect(await statusWith({ "sec-fetch-site": "same-origin" }), "the desk's own page").toBe(200);
  expect(await statusWith({ origin: place.deskUrl }), "a browser that only says where it is").toBe(200);
  for (const headers of [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `${place.deskUrl}.evil.example` },
    { "sec-fetch-site": "cross-site", origin: place.deskUrl },
  ])
    expect(await statusWith(headers), JSON.stringify(headers)).toBe(403);
  const signOut = await send(place.deskUrl, "/api/desk/sign-out", { method: "POST", headers: { cookie, origin: "https://evil.example" } });
  expect(signOut.status).toBe(403);
});

test("A forged or foreign cookie is nobody's", async ({ place }) => {
  const { name, value } = await sessionCookie(place, await newPerson(place, "admin"));
  const sid = randomUUID();
  const forged = {
    "of another secret": await encode({ token: { sid }, secret: "a secret that isn't the desk's" }),
    "of a session that there isn't": await encode({ token: { sid }, secret: place.env.DESK_SIGN_IN_SECRET ?? "" }),
    "of no session": await encode({ token: { role: "admin" }, secret: place.env.DESK_SIGN_IN_SECRET ?? "" }),
    changed: `${value.slice(0, -4)}AAAA`,
    endless: "x".repeat(6_000),
    empty: "",
    "without a signature": `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sid }))}.`,
  };
  for (const [what, cookie] of Object.entries(forged)) {
    const headers = { cookie: `${name}=${cookie}` };
    expect((await send(place.deskUrl, "/api/desk/categories?q=a", { headers })).status, what).toBe(401);
    expect((await send(place.deskUrl, "/test/merchants", { headers })).headers.location, what).toContain("/sign-in");
  }
  expect((await send(place.deskUrl, "/api/desk/categories?q=a", { headers: { cookie: `${name}=${value}` } })).status).toBe(200);
});

test("Nothing gets around the session, nor past it", async ({ place }) => {
  for (const headers of [
    { rsc: "1", "next-router-prefetch": "1" },
    { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  ]) {
    const page = await send(place.deskUrl, "/test/merchants", { headers });
    expect(page.status, JSON.stringify(headers)).toBeLessThan(400);
    expect(page.text, JSON.stringify(headers)).not.toContain("krn:partner");
    const door = await send(place.deskUrl, "/api/desk/categories?q=a&_rsc=1", { headers });
    expect([401, 307], JSON.stringify(headers)).toContain(door.status);
    expect(door.text).not.toContain("krn:partner");
  }
});

test("What only the desk itself may say is refused at the edge, at pages and at doors, and so are addresses that nobody types", async ({ place }) => {
  const smuggled = [
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
    { "x-middleware-invoke": "1", "x-middleware-next": "1" },
    { "x-desk-path": "abc" },
    { "x-desk-path": "//evil.example" },
    { "next-action": "0".repeat(42) },
  ];
  for (const headers of smuggled) {
    for (const path of ["/test/merchants", "/sign-in", "/settings/account", "/_next/static/none.js"])
      expect([path, (await send(place.deskUrl, path, { headers })).status], JSON.stringify(headers)).toEqual([path, 400]);
    const door = await send(place.deskUrl, "/api/desk/categories?q=a", { headers });
    expect([door.status, JSON.parse(door.text).code], JSON.stringify(headers)).toEqual([400, "INTERNAL_HEADER"]);
  }
  const action = { method: "POST", headers: { "next-action": "0".repeat(42), origin: place.deskUrl, "content-type": "text/plain;charset=UTF-8" }, body: "[]" };
  for (const path of ["/sign-in", "/test/merchants", "/settings/account"]) expect((await send(place.deskUrl, path, action)).status, path).toBe(400);
  for (const path of ["/%E0%A4%A/x", "/test/merchants/%", "/api/desk/drafts/%", "/api/klarna/%ff/x", "/%2e%2e/package.json", "//evil.example/", "/a%00"])
    expect([path, (await send(place.deskUrl, path)).status]).toEqual([path, 400]);
  for (const path of ["/_next/image?url=http://127.0.0.1/&w=64&q=1", "/.env", "/api/desk/../../.env", "/package.json"]) {
    const { status } = await send(place.deskUrl, path);
    expect([path, status >= 400 && status < 500]).toEqual([path, true]);
  }
  for (const method of ["PUT", "TRACE", "PROPFIND"]) expect((await send(place.deskUrl, "/sign-in", { method })).status, method).toBe(405);
  const early = await send(place.deskUrl, "/sign-in", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "email=a" });
  expect([early.status, early.headers.location]).toEqual([303, "/sign-in"]);
});

test("Whatever is answered, no cache keeps it and a browser is told to be careful with it", async ({ place }) => {
  const { name, value } = await sessionCookie(place, await newPerson(place, "admin"));
  const signedIn = { cookie: `${name}=${value}`, "sec-fetch-site": "same-origin" };
  const answers: readonly (readonly [path: string, sent: Sent, status: number])[] = [
    ["/test/merchants", { headers: signedIn }, 200],
    ["/settings/account", { headers: signedIn }, 200],
    ["/nowhere", { headers: signedIn }, 404],
    ["/", {}, 307],
    ["/api/desk/categories?q=a", { headers: signedIn }, 200],
    ["/api/desk/categories?q=a", {}, 401],
    ["/api/desk/drafts", { method: "PUT", headers: signedIn }, 405],
    ["/api/desk/everything", {}, 404],
    ["/api/klarna/test/distributionProfiles.list", { headers: signedIn }, 200],
    ["/api/auth/session", {}, 404],
    ["/api/auth/csrf", {}, 200],
    ["/api/webhooks/klarna/test", { method: "POST", body: "{}" }, 400],
    ["/api/health", {}, 200],
    ["/api/policy-reports", { method: "POST", body: "{}" }, 400],
    ["/api/desk/drafts/%", {}, 400],
  ];
  for (const [path, sent, status] of answers) {
    const answer = await send(place.deskUrl, path, sent);
    expect([answer.status, answer.headers["x-content-type-options"]], path).toEqual([status, "nosniff"]);
    expect(answer.headers["cache-control"], path).toContain("no-store");
    expect(answer.headers, path).toMatchObject({ "cross-origin-resource-policy": "same-origin", "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(String(answer.headers["content-security-policy"]), path).toContain("frame-ancestors 'none'");
    expect(answer.headers["permissions-policy"], path).toContain("camera=()");
  }
  const out = await send(place.deskUrl, "/api/desk/sign-out", { method: "POST", headers: { ...signedIn, origin: place.deskUrl } });
  expect([out.status, out.headers["clear-site-data"], out.headers["cache-control"]]).toEqual([303, '"cache", "storage"', "no-store"]);
});

test("A body that is longer than its door takes is refused at every door, whether it says so or just goes on", async ({ place }) => {
  const { name, value } = await sessionCookie(place, await newPerson(place, "admin"));
  const headers = { cookie: `${name}=${value}`, "sec-fetch-site": "same-origin", "content-type": "application/json" };
  const long = "x".repeat(1_100_000);
  for (const path of [
    "/api/desk/drafts",
    "/api/desk/checks",
    "/api/desk/password-link",
    "/api/auth/callback/credentials",
    "/api/webhooks/klarna/test",
    "/api/policy-reports",
  ])
    for (const framing of [{ "content-length": String(long.length) }, { "transfer-encoding": "chunked" }]) {
      const answer = await send(place.deskUrl, path, { method: "POST", headers: { ...headers, ...framing }, body: long });
      expect([path, answer.status, JSON.parse(answer.text).code], JSON.stringify(framing)).toEqual([path, 413, "TOO_LARGE"]);
    }
  const promised = await send(place.deskUrl, "/api/desk/sign-out", {
    method: "POST",
    headers: { ...headers, "content-length": "10000001", expect: "100-continue" },
  });
  expect(promised.status).toBe(413);
  expect((await send(place.deskUrl, "/api/health", { headers: { "content-length": "2" }, body: "{}" })).status, "a read with a body").toBe(400);
});

test("Each page carries a policy with a nonce of its own, and no script without it", async ({ place }) => {
  const pages = await Promise.all([1, 2].map(() => send(place.deskUrl, "/sign-in")));
  const nonces = pages.map(({ headers, text }) => {
    const policy = String(headers["content-security-policy"]);
    const [, nonce = ""] = /'nonce-([^']+)'/.exec(policy) ?? [];
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cross-origin-opener-policy": "same-origin" });
    expect(headers["x-powered-by"]).toBeUndefined();
    const scripts = text.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    return nonce;
  });
  expect(nonces[0]).not.toBe(nonces[1]);
});

test("A page says its styles once, in its head, and its keys as they stand on the keyboard", async ({ place }) => {
  const { name, value } = await sessionCookie(place, await newPerson(place, "finance"));
  const page = async (path: string, agent: string) => (await send(place.deskUrl, path, { headers: { cookie: `${name}=${value}`, "user-agent": agent } })).text;
  const macintosh = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15";
  for (const path of ["/test/finance", "/test/merchants", "/settings/account", "/nowhere"])
    expect((await page(path, macintosh)).split("@layer utilities{"), path).toHaveLength(2);
  expect(await page("/test/finance", macintosh)).toContain("⌘K</kbd>");
  expect(await page("/test/finance", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0")).toContain("Ctrl K</kbd>");
});
