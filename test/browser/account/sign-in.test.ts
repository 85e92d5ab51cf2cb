// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";

import { signIn } from "@/components/account/sign-in";

/** What the two doors answer, as next-auth does. */
function answer(status: number, body: object): void {
  vi.stubGlobal("fetch", async (path: string) => (path === "/api/auth/csrf" ? Response.json({ csrfToken: "a token" }) : Response.json(body, { status })));
}
afterEach(() => vi.unstubAllGlobals());

const desk = "http://desk.example:3000";
const typed = { email: "ada@desk.example", password: "a sentence that is easy to keep in mind", code: "" };

describe("a sign-in", () => {
  it("is one where the desk let the person in", async () => {
    answer(200, { url: desk });
    expect(await signIn(typed)).toBe("signed-in");
  });

  it("is none where the browser kept no cookie for it: that is said, and what helps", async () => {
    answer(200, { url: `${desk}/api/auth/signin?csrf=true` });
    await expect(signIn(typed)).rejects.toMatchObject({ problem: { code: "STALE_PAGE", message: expect.stringContaining("Reload it") } });
  });

  it("that is refused says so, and asks for a code where one is due", async () => {
    answer(401, { url: `${desk}/api/auth/error?error=refused&provider=credentials` });
    await expect(signIn(typed)).rejects.toMatchObject({ problem: { code: "SIGN_IN_REFUSED" } });
    answer(401, { url: `${desk}/api/auth/error?error=code-wanted&provider=credentials` });
    expect(await signIn(typed)).toBe("code-wanted");
  });
});
