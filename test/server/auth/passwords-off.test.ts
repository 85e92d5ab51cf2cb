import { NextRequest } from "next/server";
import { beforeEach, expect, test } from "vitest";

import { POST as changePassword } from "@/app/api/desk/password/route";
import { POST as spendLink } from "@/app/api/desk/password-link/route";
import { POST as giveProof, GET as proofWays } from "@/app/api/desk/proof/route";
import { POST as startFactor } from "@/app/api/desk/second-factor/route";
import { POST as addColleague } from "@/app/api/desk/team/route";
import { serveAuth } from "@/lib/server/auth/serve";
import { query } from "@/lib/server/db/client";
import { makeOneTimeLink } from "@/lib/server/people";

import { answered, browserRequest, problemOf } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { providerSettings } from "../harness/scripted-provider";

withDesk(noKlarna, { ...providerSettings("https://login.example"), DESK_PASSWORDS: "off" });

let admin: SignedIn;
beforeEach(async () => {
  admin = await signedIn("admin");
});

const post = async (door: (request: Request) => Promise<Response>, body: object) =>
  answered(await door(browserRequest("/api/desk/door", "POST", { cookie: admin.cookie, body })));

test("with passwords off every door to one refuses, and says how people sign in", async () => {
  const refused = [
    await post(changePassword, { current: "a sentence of before", password: "a sentence of after" }),
    await post(spendLink, { token: "a-token", password: "a sentence of some length" }),
    await post(startFactor, {}),
  ];
  for (const answer of refused) {
    expect([answer.status, problemOf(answer).code]).toEqual([403, "PASSWORDS_OFF"]);
    expect(problemOf(answer).message).toContain("Nordlys");
  }
  await expect(makeOneTimeLink(admin.email)).rejects.toMatchObject({ problem: { code: "PASSWORDS_OFF" } });
});

test("a password isn't even looked at: next-auth has no such provider then", async () => {
  const send = (method: string, path: string, cookie: string, body?: string) => {
    const request = new NextRequest(`http://desk.example:3000/api/auth/${path}`, {
      method,
      headers: { cookie, "sec-fetch-site": "same-origin" },
      ...(body && { body }),
    });
    return serveAuth(request, { params: Promise.resolve({ nextauth: path.split("/") }) });
  };
  const csrf = await send("GET", "csrf", "");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookie = csrf.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const before = await query("SELECT count(*) FROM sessions");
  const body = new URLSearchParams({ csrfToken, email: admin.email, password: "a sentence", json: "true" }).toString();
  const response = await send("POST", "callback/credentials", cookie, body);
  expect(response.status).toBe(400);
  expect(response.headers.getSetCookie().join()).not.toContain("desk-session");
  expect(await query("SELECT count(*) FROM sessions")).toEqual(before);
});

test("nobody proves anything by a password or a code, and a new person gets no link", async () => {
  const { body } = await answered(await proofWays(browserRequest("/api/desk/proof", "GET", { cookie: admin.cookie })));
  expect(body).toEqual({ password: false, code: false, provider: null });
  expect((await post(giveProof, { password: "a sentence" })).status).toBe(400);
  const added = await post(addColleague, { email: "new@desk.example", name: "New", role: "support" });
  expect(added.body).toEqual({ id: expect.any(String) });
});
