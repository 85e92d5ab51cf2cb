import { describe, expect, test } from "vitest";

import { signIn } from "@/lib/server/auth/sign-in";
import { query } from "@/lib/server/db/client";
import { addPerson, disablePerson } from "@/lib/server/people";
import { sessionOf } from "@/lib/server/session";
import { changeRole } from "@/lib/server/team/role";

import { countScrypt } from "../harness/counted-scrypt";
import { home, withProvider } from "../harness/provider-desk";
import { auditAfter, latestAudit } from "../harness/rows";

countScrypt();

const { stage, anotherBrowser, enter, here } = withProvider();

const refusedAs = (why: string) => `/sign-in?error=${why}`;
const person = async (role: "support" | "finance" | "admin" = "support") => (await addPerson({ email: stage.email, name: "Known", role })).id;

describe("signing in", () => {
  test("goes out with PKCE, state and nonce and the settings' scopes, and nothing that a page could add", async () => {
    const { url } = await stage.browser.leave();
    expect(url?.origin).toBe(stage.provider.issuer);
    const { state, nonce, code_challenge, ...rest } = Object.fromEntries(url?.searchParams ?? []);
    for (const random of [state, nonce, code_challenge]) expect(random).toMatch(/^[\w-]{43}$/);
    expect(rest).toEqual({
      client_id: "the-desk",
      scope: "openid email profile",
      response_type: "code",
      redirect_uri: "http://desk.example:3000/api/auth/callback/provider",
      code_challenge_method: "S256",
    });
  });

  test("adds somebody new with the role of their groups, signs them in and brings them where they wanted to", async () => {
    const before = await latestAudit();
    expect(await enter()).toBe(home);
    expect(await here()).toMatchObject({ email: stage.email, name: "Signe Åberg", role: "support", method: "provider", lacksFactor: false, proved: false });
    expect((await auditAfter(before)).map(({ kind }) => kind)).toEqual(["person-added", "identity-linked", "signed-in"]);
  });

  test("takes groups from userinfo where the token has none, and the first role of the settings that fits", async () => {
    stage.provider.userinfo = { realm: { groups: ["helpdesk", "CN=Money,OU=Desk"] } };
    expect(await enter({ realm: undefined })).toBe(home);
    expect(await here()).toMatchObject({ role: "finance" });
  });

  test("counts as a proof when the provider says that it has just seen the person", async () => {
    await enter({ auth_time: Math.floor(Date.now() / 1_000) - 5 });
    expect(await here()).toMatchObject({ proved: true });
    anotherBrowser();
    await enter({ auth_time: Math.floor(Date.now() / 1_000) - 3_600 });
    expect(await here()).toMatchObject({ proved: false });
  });

  test("a second time it is the same person, by the subject, whatever their address is by then", async () => {
    await enter();
    const first = await here();
    anotherBrowser();
    expect(await enter({ email: `married-${stage.sub}@desk.example`, email_verified: false })).toBe(home);
    expect((await here())?.personId).toBe(first?.personId);
  });
});

describe("the role", () => {
  test("is taken anew at each sign-in; a changed one ends older sessions, and is recorded", async () => {
    await enter();
    const old = stage.browser.cookieHeader;
    anotherBrowser();
    const before = await latestAudit();
    await enter({ realm: { groups: ["desk admins"] } });
    expect(await sessionOf(old)).toBeUndefined();
    const now = await here();
    expect(now?.role).toBe("admin");
    expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([
      ["role-changed", { person: now?.personId, from: "support", to: "admin", by: "provider" }],
      ["signed-in", { by: "provider" }],
    ]);
  });

  test("the same one ends nothing", async () => {
    await enter();
    const old = stage.browser.cookieHeader;
    anotherBrowser();
    await enter();
    expect(await sessionOf(old)).toBeDefined();
  });

  test("lost, the door is shut and older sessions end", async () => {
    await enter();
    const old = stage.browser.cookieHeader;
    anotherBrowser();
    for (const groups of [["staff"], [], "", null, { helpdesk: true }, ["HELPDESK"]]) expect(await enter({ realm: { groups } })).toBe(refusedAs("no-role"));
    expect(await sessionOf(old)).toBeUndefined();
  });

  test("is the provider's to take also from the last admin; the desk's machine makes another, who signs in with a password", async () => {
    await query("UPDATE people SET role = 'support'");
    await enter({ realm: { groups: ["desk admins"] } });
    anotherBrowser();
    expect(await enter({ realm: { groups: ["helpdesk"] } })).toBe(home);
    expect(await query("SELECT FROM people WHERE role = 'admin'")).toEqual([]);
    const rescue = { email: "rescue@desk.example", password: "a sentence for a bad day" };
    await addPerson({ ...rescue, name: "Rescue", role: "admin" });
    expect((await signIn({ ...rescue, address: "192.0.2.1", knownDevice: undefined, device: "" })).outcome).toBe("signed-in");
  });

  test("can't be changed at the desk, where the next sign-in would take it back", async () => {
    await enter();
    const id = (await here())?.personId ?? "";
    await expect(changeRole(id, "finance", { personId: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86", role: "admin" })).rejects.toMatchObject({
      problem: { code: "ROLE_FROM_PROVIDER" },
    });
  });
});

describe("who is known already", () => {
  test("is linked by a verified address, once, and keeps their row", async () => {
    const id = await person();
    expect(await enter({ email: stage.email.toUpperCase() })).toBe(home);
    expect((await here())?.personId).toBe(id);
  });

  test("isn't taken over by an address that isn't verified, however it is said", async () => {
    const id = await person("admin");
    for (const email_verified of [false, undefined, "true", 1, null]) expect(await enter({ email_verified })).toBe(refusedAs("unverified-email"));
    expect(await query("SELECT FROM identities WHERE person_id = $1", [id])).toEqual([]);
  });

  test("isn't taken over by another account that was given their address", async () => {
    await enter();
    anotherBrowser();
    expect(await enter({ sub: `${stage.sub}-successor` })).toBe(refusedAs("linked-otherwise"));
  });

  test("stays out when disabled, by their subject and by their address", async () => {
    await enter();
    await disablePerson(stage.email);
    anotherBrowser();
    expect(await enter()).toBe(refusedAs("disabled"));
    expect(await enter({ sub: `${stage.sub}-other` })).toBe(refusedAs("disabled"));
    expect(stage.browser.cookies.has("desk-session")).toBe(false);
  });

  test("needs an address the first time", async () => {
    for (const odd of [undefined, "", "nobody", 7, ["a@b"], `${"x".repeat(400)}@b`]) expect(await enter({ email: odd })).toBe(refusedAs("no-email"));
  });
});

describe("proving who is there", () => {
  const again = async (changes: Record<string, unknown>) => {
    Object.assign(stage.provider.claims, changes);
    return (await stage.browser.signIn("/sign-in/again?done", true)).headers.get("location");
  };
  const now = () => Math.floor(Date.now() / 1_000);

  test("asks the provider to see the person anew, and keeps the session", async () => {
    await enter({ auth_time: now() - 3_600 });
    const before = await here();
    expect(before?.proved).toBe(false);
    const { url } = await stage.browser.leave("/sign-in/again?done", true);
    expect(Object.fromEntries(url?.searchParams ?? [])).toMatchObject({ prompt: "login", max_age: "0" });
    expect(await again({ auth_time: now() })).toBe("http://desk.example:3000/sign-in/again?done");
    expect(await here()).toMatchObject({ id: before?.id, proved: true });
  });

  test("somebody else's sign-in, an old one, or one without a time proves nothing", async () => {
    await enter();
    const before = await here();
    expect(await again({ auth_time: now() - 3_600 })).toBe("/sign-in/again?error=not-fresh");
    expect(await again({ auth_time: undefined })).toBe("/sign-in/again?error=not-fresh");
    expect(await again({ auth_time: String(now()) })).toBe("/sign-in/again?error=not-fresh");
    expect(await again({ auth_time: now(), sub: "subject-of-somebody-else" })).toBe("/sign-in/again?error=somebody-else");
    expect(await here()).toMatchObject({ id: before?.id, proved: false });
  });
});
