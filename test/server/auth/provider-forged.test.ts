import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";

import { logged } from "../harness/captured-log";
import { home, withProvider } from "../harness/provider-desk";
import { otherKey } from "../harness/scripted-provider";

const { stage, anotherBrowser, here } = withProvider();

async function expectRefused(response: Response, why = "failed"): Promise<void> {
  expect([response.status, response.headers.get("location")]).toEqual([303, `/sign-in?error=${why}`]);
  expect(stage.browser.cookies.has("desk-session")).toBe(false);
}

test.each([
  ["another audience", () => ({ aud: "another-desk" })],
  ["another issuer", () => ({ iss: "https://evil.example" })],
  ["another nonce", () => ({ nonce: "another" })],
  ["no nonce", () => ({ nonce: undefined })],
  ["a time that is over", () => ({ exp: 1 })],
  ["no subject", () => ({ sub: undefined })],
])("a token with %s is refused", async (_, claims) => {
  Object.assign(stage.provider.claims, claims());
  await expectRefused(await stage.browser.signIn());
});

test("a token that somebody else signed is refused", async () => {
  stage.provider.signsWith = otherKey;
  await expectRefused(await stage.browser.signIn());
});

test("userinfo about somebody else is refused", async () => {
  stage.provider.userinfo = { sub: "somebody else" };
  await expectRefused(await stage.browser.signIn());
});

test("a forged state, none, one without its cookie, and a callback that nobody asked for are refused", async () => {
  await stage.browser.leave();
  await expectRefused(await stage.browser.back({ code: "a-code", state: "forged" }));
  const { url } = await stage.browser.leave();
  const state = url?.searchParams.get("state") ?? "";
  await expectRefused(await stage.browser.back({ code: "a-code" }));
  await stage.browser.leave();
  stage.browser.cookies.delete("next-auth.state");
  await expectRefused(await stage.browser.back({ code: "a-code", state }));
  anotherBrowser();
  await expectRefused(await stage.browser.back({ code: "a-code", state }));
  await expectRefused(await stage.browser.back({}));
});

test("a code that isn't ours to spend is refused: the verifier doesn't fit, or it was spent", async () => {
  const { url } = await stage.browser.leave();
  const state = url?.searchParams.get("state") ?? "";
  stage.provider.challenge = "of-another-browser";
  await expectRefused(await stage.browser.back({ code: "a-code", state }));
  const second = await stage.browser.leave();
  await expectRefused(await stage.browser.back({ code: "spent", state: second.url?.searchParams.get("state") ?? "" }));
});

test("a callback that is replayed is refused, and the session of the first stays", async () => {
  const { url } = await stage.browser.leave();
  const search = { code: "a-code", state: url?.searchParams.get("state") ?? "" };
  expect((await stage.browser.back(search)).headers.get("location")).toBe(home);
  const replayed = await stage.browser.back(search);
  expect(replayed.headers.get("location")).toBe("/sign-in/again?error=failed");
  expect(await here()).toBeDefined();
});

test("whoever breaks off at the provider is told so, and no other word of the provider's is shown", async () => {
  const { url } = await stage.browser.leave();
  const state = url?.searchParams.get("state") ?? "";
  await expectRefused(await stage.browser.back({ error: "access_denied", state }), "cancelled");
  await expectRefused(await stage.browser.back({ error: "<b>server_error</b>", error_description: "<script>", state }));
});

test("a provider that is down, answers garbage, or calls itself otherwise is said in a sentence, without a fault", async () => {
  const garbage: readonly ((response: ServerResponse) => unknown)[] = [
    (response) => response.destroy(),
    (response) => response.writeHead(500).end("<html>"),
    (response) => response.writeHead(200, { "content-type": "application/json" }).end("{not json"),
    (response) => response.writeHead(200, { "content-type": "application/json" }).end("[]"),
    (response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
  ];
  for (const answer of garbage) {
    stage.provider.lie = (path, response) => {
      if (!path.startsWith("/.well-known")) return false;
      answer(response);
      return true;
    };
    const { response, url } = await stage.browser.leave();
    expect(url).toBeUndefined();
    expect([response.status, await response.json()]).toEqual([503, expect.objectContaining({ code: "PROVIDER_AWAY" })]);
    for (const start of ["/token", "/jwks", "/me"]) {
      stage.provider.lie = undefined;
      const left = await stage.browser.leave();
      stage.provider.lie = (path, at) => {
        if (!path.startsWith(start)) return false;
        answer(at);
        return true;
      };
      await expectRefused(await stage.browser.back({ code: "a-code", state: left.url?.searchParams.get("state") ?? "" }));
    }
  }
});

test("nobody is sent to another site, whatever they asked to be sent to", async () => {
  for (const to of [
    "//evil.example",
    "https://evil.example/",
    "/\t/evil.example",
    "/.//evil.example",
    "http://desk.example:3000.evil.example/",
    "javascript:alert(1)",
  ]) {
    anotherBrowser();
    const location = (await stage.browser.signIn(to)).headers.get("location") ?? "";
    expect(new URL(location, "http://desk.example:3000").host, to).toBe("desk.example:3000");
  }
  anotherBrowser();
  const { url } = await stage.browser.leave();
  stage.browser.cookies.set("next-auth.callback-url", "https://evil.example/");
  const back = await stage.browser.back({ code: "a-code", state: url?.searchParams.get("state") ?? "", callbackUrl: "https://evil.example/" });
  expect(new URL(back.headers.get("location") ?? "").host).toBe("desk.example:3000");
});

test("without the page's token against forged requests nobody is sent anywhere", async () => {
  await stage.browser.send("GET", "/api/auth/csrf");
  const response = await stage.browser.send("POST", "/api/auth/signin/provider", "csrfToken=forged");
  expect(response.status).toBe(403);
});

test("next-auth's other addresses don't exist", async () => {
  for (const [method, path] of [
    ["GET", "session"],
    ["GET", "providers"],
    ["GET", "signin"],
    ["GET", "signin/provider"],
    ["POST", "signout"],
    ["POST", "callback/provider"],
    ["GET", "callback/credentials"],
    ["POST", "_log"],
    ["GET", "error"],
    ["GET", ""],
  ] as const)
    expect((await stage.browser.send(method, `/api/auth/${path}`, method === "POST" ? "" : undefined)).status, path).toBe(404);
});

test("a fault of the desk's own database is said as that, and a person's claims are in no log line", async () => {
  const { url } = await stage.browser.leave();
  await query("ALTER TABLE identities RENAME TO identities_away");
  await expectRefused(await stage.browser.back({ code: "a-code", state: url?.searchParams.get("state") ?? "" }), "unavailable");
  await query("ALTER TABLE identities_away RENAME TO identities");
  expect(logged.length).toBeGreaterThan(0);
  expect(logged.join("\n")).not.toMatch(/sso-\d|Signe|an-access-token|own-secret/);
});
