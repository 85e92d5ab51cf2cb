import type { Page } from "@playwright/test";

import { passwordOf } from "./stage/password";
import { serial } from "./stage/person";
import { expect, test } from "./stage/story";

const wrong = "E-mail and password don't belong together.";

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("A person signs in, goes where they wanted to, and out again; the cookie is dead after that", async ({ page, place, somebody, expectErrors }) => {
  const { person, context } = await somebody("operations");
  const password = await passwordOf(place, person);
  await context.close();

  await page.goto("/settings/account");
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await signIn(page, person.email, password);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  const cookies = await page.context().cookies();

  await page.getByRole("button", { name: person.name }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.context().addCookies(cookies);
  expectErrors(/status of 401/);
  expect((await page.request.get("/api/desk/categories?q=a")).status()).toBe(401);
  await page.goto("/test/merchants");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("Whoever mistypes, is unknown or was disabled reads the same words", async ({ page, place, somebody, expectErrors }) => {
  const known = await somebody("support");
  const password = await passwordOf(place, known.person);
  const disabled = await somebody("support");
  await passwordOf(place, disabled.person);
  await place.query("UPDATE people SET disabled_at = now() WHERE id = $1", [disabled.person.id]);
  expectErrors(/status of 401.*callback\/credentials/);

  await page.goto("/sign-in");
  for (const [email, tried] of [
    [known.person.email, `not ${password}`],
    [`nobody-${serial()}@desk.example`, password],
    [disabled.person.email, password],
  ] as const) {
    await signIn(page, email, tried);
    await expect(page.getByRole("alert").filter({ hasText: wrong })).toBeVisible();
    await page.reload();
  }
  await signIn(page, known.person.email, password);
  await expect(page.getByRole("heading", { name: "Merchants" })).toBeVisible();
});

test("Nobody is sent to another site after signing in", async ({ page, place, somebody }) => {
  const { person } = await somebody("auditor");
  const password = await passwordOf(place, person);
  await page.goto("/sign-in?to=//evil.example/");
  await signIn(page, person.email, password);
  await expect(page.getByRole("heading", { name: "Merchants" })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(place.deskUrl);
});

test("A stranger who tries again and again is stopped, and doesn't lock out whose account it is", async ({
  page,
  browser,
  place,
  watch,
  somebody,
  expectErrors,
}) => {
  const { person } = await somebody("operations");
  const password = await passwordOf(place, person);
  expectErrors(/status of 401.*callback\/credentials/);
  await page.goto("/sign-in");
  await signIn(page, person.email, password);
  await expect(page.getByRole("heading", { name: "Merchants" })).toBeVisible();
  await page.getByRole("button", { name: person.name }).click();
  await page.getByRole("button", { name: "Sign out" }).click();

  const strange = await browser.newContext();
  watch.watch(strange);
  const stranger = await strange.newPage();
  await stranger.goto("/sign-in");
  const stopped = stranger.getByRole("alert").filter({ hasText: "Too many tries. Wait a quarter of an hour" });
  const refused = stranger.getByRole("alert").filter({ hasText: wrong });
  for (let tries = 0; tries < 5; tries += 1) {
    await signIn(stranger, person.email, `guess ${tries}`);
    await expect(refused).toBeVisible();
    await stranger.reload();
  }
  await signIn(stranger, person.email, password);
  await expect(stopped).toBeVisible();
  await signIn(page, person.email, password);
  await expect(page.getByRole("heading", { name: "Merchants" })).toBeVisible();
  await strange.close();
});
