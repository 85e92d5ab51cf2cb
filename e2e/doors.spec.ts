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
    expect((await send(place.deskUrl, "/api/desk/merchants?environment=test", { headers })).status, what).toBe(401);
    expect((await send(place.deskUrl, "/test/merchants", { headers })).headers.location, what).toContain("/sign-in");
  }
  expect((await send(place.deskUrl, "/api/desk/merchants?environment=test", { headers: { cookie: `${name}=${value}` } })).status).toBe(200);
});

test("Nothing gets around the session, nor past it", async ({ place }) => {
  const around = [
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
    { "x-middleware-invoke": "1", "x-middleware-next": "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { "x-nonce": "abc", "x-desk-path": "//evil.example" },
  ];
  for (const headers of around) {
    const page = await send(place.deskUrl, "/test/merchants", { headers });
    expect(page.status, JSON.stringify(headers)).toBeLessThan(400);
    expect(page.text, JSON.stringify(headers)).not.toContain("krn:partner");
    const door = await send(place.deskUrl, "/api/desk/merchants?environment=test&_rsc=1", { headers });
    expect([401, 307], JSON.stringify(headers)).toContain(door.status);
    expect(door.text).not.toContain("krn:partner");
  }
  const action = { method: "POST", headers: { "next-action": "0".repeat(42), origin: place.deskUrl, "content-type": "text/plain;charset=UTF-8" }, body: "[]" };
  for (const path of ["/sign-in", "/test/merchants", "/settings/account"]) expect((await send(place.deskUrl, path, action)).status, path).toBeLessThan(500);
  for (const path of [
    "/%E0%A4%A/x",
    "/test/merchants/%",
    "/api/desk/drafts/%",
    "/api/klarna/%ff/x",
    "/_next/image?url=http://127.0.0.1/&w=64&q=1",
    "/.env",
    "/%2e%2e/package.json",
  ]) {
    const { status } = await send(place.deskUrl, path);
    expect([path, status >= 300 && status < 500]).toEqual([path, true]);
  }
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
