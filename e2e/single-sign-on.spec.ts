import type { Page } from "@playwright/test";

import { expectAccessible } from "./stage/accessible";
import { passwordOf } from "./stage/password";
import { serial } from "./stage/person";
import { expect, test } from "./stage/story";

test.use({ alone: true, sso: true });

/** Presses the button and signs in at the provider, as if for the first time there. */
async function signIn(page: Page, login: string): Promise<void> {
  await page.getByRole("button", { name: "Sign in with Nordlys" }).click();
  await atProvider(page, login);
}

async function atProvider(page: Page, login: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "Nordlys" })).toBeVisible();
  await page.getByLabel("Login").fill(login);
  await page.getByRole("button", { name: "Continue" }).click();
}

function account(groups: readonly string[], more: Record<string, unknown> = {}) {
  return { email: `signe-${serial()}@nordlys.example`, email_verified: true, name: "Signe Åberg", groups, ...more };
}

test("Somebody signs in with one role; her groups change at the provider, and the next sign-in has the other one, while her old session is over", async ({
  page,
  browser,
  provider,
  watch,
}) => {
  const signe = account(["staff", "helpdesk"]);
  provider.people.set("signe", signe);
  await page.goto("/test/merchants");
  await expectAccessible(page, "sign-in with a provider");
  await signIn(page, "signe");
  await expect(page).toHaveURL(/\/test\/merchants$/);
  await expect(page.getByRole("button", { name: "Signe Åberg, support" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Onboard merchant" })).toHaveCount(0);

  provider.people.set("signe", { ...signe, groups: ["onboarding"] });
  const context = await browser.newContext();
  watch.watch(context);
  const elsewhere = await context.newPage();
  await elsewhere.goto("/sign-in");
  await signIn(elsewhere, "signe");
  await expect(elsewhere.getByRole("button", { name: "Signe Åberg, operations" })).toBeVisible();
  await expect(elsewhere.getByRole("link", { name: "Onboard merchant" })).toBeVisible();

  await page.getByRole("link", { name: "Your account" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  // The provider still knows the browser: it asks for nothing.
  await page.getByRole("button", { name: "Sign in with Nordlys" }).click();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Signe Åberg, operations" })).toBeVisible();
  await context.close();
});

test("Whoever isn't let in reads why, and a provider that is away is said to be", async ({ page, provider, place, expectErrors }) => {
  const [nils, unverified] = [account(["staff"]), account(["helpdesk"], { email_verified: false })];
  provider.people.set("nils", nils);
  provider.people.set("unverified", unverified);
  expectErrors(/status of 503.*signin\/provider/);
  const says = (words: string) => expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();

  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with Nordlys" }).click();
  await page.getByRole("button", { name: "Leave" }).click();
  await says("You didn't sign in with Nordlys");
  await signIn(page, "nils");
  await says("You have no role at this desk");
  await expectAccessible(page, "sign-in, refused by the provider's groups");
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await signIn(page, "unverified");
  await says("Your e-mail address isn't verified at Nordlys");
  expect(await place.query("SELECT FROM people WHERE email = ANY($1)", [[nils, unverified].map(({ email }) => email)])).toEqual([]);

  provider.away(true);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with Nordlys" }).click();
  await says("Nordlys can't be reached at the moment");
  provider.away(false);
  await page.goto("/api/auth/callback/provider?code=made-up&state=made-up");
  await says("The sign-in with Nordlys didn't work out");
  await page.goto("/sign-in?error=%3Cscript%3E");
  await says("The sign-in with Nordlys didn't work out");
});

test("An admin proves at the provider that it is her, in a window of its own, and what she typed is sent", async ({ page, provider, place, expectErrors }) => {
  provider.people.set("ada", account(["desk-admins"]));
  expectErrors(/status of 403.*desk\/team/);
  await page.goto("/settings/team");
  await signIn(page, "ada");
  await expect(page.getByRole("heading", { name: "Team" })).toBeVisible();
  await place.query("UPDATE sessions SET proved_at = NULL");

  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Name").fill("Nils Holm");
  await page.getByLabel("E-mail").fill("nils@nordlys.example");
  await page.getByLabel("Role").selectOption("finance");
  await page.getByRole("button", { name: "Add person" }).click();
  await expect(page.getByRole("dialog", { name: "Confirm that it is you" })).toBeVisible();
  await expectAccessible(page, "confirming at the provider");
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Sign in again with Nordlys" }).click();
  const popup = await opened;
  // The provider knows the browser, and asks all the same.
  await atProvider(popup, "ada");
  await expect(page.getByText("Nils Holm was added")).toBeVisible();
  await expect.poll(() => popup.isClosed()).toBe(true);
});

test("Whoever can't see or can't point uses the pages between signing in and the desk", async ({ somebody, place }) => {
  const { page, person } = await somebody("auditor");
  await passwordOf(place, person);
  await page.goto("/test/merchants");
  await expect(page.getByRole("heading", { name: "Set up a second factor" })).toBeVisible();
  await expectAccessible(page, "a second factor that is due");
  await page.getByRole("button", { name: "Show the key" }).click();
  await expect(page.getByRole("img", { name: "The key as a QR code" })).toBeVisible();
  await expectAccessible(page, "the key of a second factor that is due");

  const admin = await somebody("admin");
  for (const [search, words] of [
    ["?error=AccessDenied", "Sign in again with Nordlys"],
    ["?done", "You can close this one."],
  ]) {
    await admin.page.goto(`/sign-in/again${search}`);
    await expect(admin.page.getByText(words ?? "")).toBeVisible();
    await expectAccessible(admin.page, `signing in again, ${search}`);
  }
});

// The last of this desk's: it is started anew for it.
test("Passwords are turned off: the page of signing in has no form any more, a password opens nothing, and the provider still does", async ({
  page,
  own,
  provider,
  somebody,
}) => {
  const { person } = await somebody("support");
  const password = await passwordOf(own, person);
  await own.restartDesk({ DESK_PASSWORDS: "off" });
  provider.people.set("tove", account(["helpdesk"]));
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in with Nordlys" })).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByText("password")).toHaveCount(0);
  await expectAccessible(page, "sign-in without passwords");
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const posted = await page.request.post("/api/auth/callback/credentials", { form: { csrfToken, email: person.email, password, json: "true" } });
  expect(posted.status()).toBeGreaterThanOrEqual(400);
  await page.goto("/test/merchants");
  await signIn(page, "tove");
  await expect(page.getByRole("heading", { name: "Merchants" })).toBeVisible();
});
