import type { Page } from "@playwright/test";

import { sessionCookie } from "./stage/person";
import { expect, test } from "./stage/story";
import { fillLeast, goTo, madeUpMerchant, startWizard, text } from "./stage/wizard";

const isSaved = (page: Page) => expect(page.getByText(/^Saved/)).toBeVisible();

test("A draft saves itself as one types, and a colleague goes on with it on another machine", async ({ somebody }) => {
  const [one, other] = [await somebody("operations"), await somebody("admin")];
  const { name, reference, owner } = madeUpMerchant();
  await startWizard(one.page);
  await text(one.page, "Name").fill(name);
  await text(one.page, "Reference").fill(reference);
  await isSaved(one.page);

  await other.page.goto("/test/merchants/new");
  const row = other.page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText(one.person.name);
  await row.getByRole("link", { name }).click();
  await expect(text(other.page, "Reference")).toHaveValue(reference);
  await goTo(other.page, "Owner");
  await text(other.page, "E-mail").fill(owner.email);
  await isSaved(other.page);

  await one.page.goto("/test/merchants/new");
  await expect(one.page.getByRole("row").filter({ hasText: name })).toContainText(other.person.name);
  await one.page.getByRole("link", { name }).click();
  await goTo(one.page, "Owner");
  await expect(text(one.page, "E-mail")).toHaveValue(owner.email);
});

test("Whoever goes back to a draft finds what was typed last, and not what the page was opened with", async ({ somebody }) => {
  const { page } = await somebody("operations");
  const { name, reference, owner } = madeUpMerchant();
  await startWizard(page);
  await text(page, "Name").fill(name);
  await text(page, "Reference").fill(reference);
  await goTo(page, "Owner");
  await text(page, "E-mail").fill(owner.email);
  await isSaved(page);
  await page.getByRole("link", { name: "Your account" }).click();
  await page.getByRole("heading", { name: "Your account", level: 1 }).waitFor();
  await page.goBack();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await goTo(page, "Owner");
  await expect(text(page, "E-mail")).toHaveValue(owner.email);
  await text(page, "Phone").fill(owner.phone);
  await isSaved(page);
  await goTo(page, "Merchant");
  await expect(text(page, "Reference")).toHaveValue(reference);
});

test("A draft is thrown away for everybody, after a question, and a link to it says so", async ({ somebody, place, expectErrors }) => {
  const { page, person } = await somebody("operations");
  const { name } = madeUpMerchant();
  await startWizard(page);
  await text(page, "Name").fill(name);
  await isSaved(page);
  await page.getByRole("button", { name: "Throw away", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
  await expect(text(page, "Name")).toHaveValue(name);

  const link = page.url();
  await page.getByRole("button", { name: "Throw away", exact: true }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `Throw away “${name}”` })
    .click();
  await expect(page).toHaveURL(/\/test\/merchants\/new$/);
  await expect(page.getByRole("link", { name })).toHaveCount(0);
  const noted = await place.query("SELECT kind FROM audit_entries WHERE person_id = $1", [person.id]);
  expect(noted).toEqual([{ kind: "draft-deleted" }]);
  expectErrors(/status of 404/);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  await expect(page.getByText("may have been deleted or thrown away meanwhile")).toBeVisible();
});

test("Two tabs with the same draft don't overwrite each other unasked", async ({ somebody, expectErrors }) => {
  const { page, context, person } = await somebody("operations");
  const { name } = madeUpMerchant();
  await startWizard(page);
  const second = await context.newPage();
  await second.goto(page.url());
  expectErrors(/status of 409/);
  await text(page, "Name").fill(name);
  await isSaved(page);
  await text(second, "Reference").fill("TYPED-IN-THE-SECOND");
  const conflict = second.getByText("This draft was saved elsewhere meanwhile");
  await expect(conflict).toBeVisible();
  await expect(second.getByText(`${person.name} saved this draft meanwhile, in another window.`)).toBeVisible();
  await expect(text(second, "Reference")).toHaveValue("TYPED-IN-THE-SECOND");
  await second.getByRole("button", { name: "Load the other version" }).click();
  await expect(text(second, "Name")).toHaveValue(name);
  await expect(text(second, "Reference")).toHaveValue("");

  await text(page, "Name").fill(`${name} again`);
  await isSaved(page);
  await text(second, "Reference").fill("MINE");
  await second.getByRole("button", { name: "Save mine over it" }).click();
  await isSaved(second);
  await page.reload();
  await expect(text(page, "Reference")).toHaveValue("MINE");
  await expect(text(page, "Name")).toHaveValue(name);
});

test("Nothing typed is lost when saving fails: it says so, and saves when it can", async ({ somebody, expectErrors }) => {
  const { page } = await somebody("operations");
  const { name } = madeUpMerchant();
  await startWizard(page);
  expectErrors(/net::ERR/);
  await page.route("**/api/desk/drafts/*", (route) => (route.request().method() === "PUT" ? route.abort("internetdisconnected") : route.continue()));
  await text(page, "Name").fill(name);
  await expect(page.getByText("Not saved yet: your text is kept here")).toBeVisible();
  await page.getByRole("link", { name: "Your account" }).click();
  await page.getByRole("dialog", { name: "Leave what isn't saved?" }).getByRole("button", { name: "Stay here" }).click();
  await expect(text(page, "Name")).toHaveValue(name);
  await page.unroute("**/api/desk/drafts/*");
  await page.getByRole("button", { name: "Try now" }).click();
  await isSaved(page);
  await page.reload();
  await expect(text(page, "Name")).toHaveValue(name);
});

test("Nothing typed is lost when the session ends: one signs in again and goes on", async ({ somebody, place, expectErrors }) => {
  const { page, person, context } = await somebody("operations");
  const merchant = madeUpMerchant();
  await startWizard(page);
  await fillLeast(page, merchant);
  await isSaved(page);
  expectErrors(/status of 401/);
  await place.query("UPDATE sessions SET ended_at = now() WHERE person_id = $1", [person.id]);
  await goTo(page, "Merchant");
  await text(page, "Group reference").fill("typed-after-the-end");
  await expect(page.getByText("You are signed out: your text is kept here, and not saved yet")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in in a new tab" })).toHaveAttribute("href", "/sign-in");
  await context.addCookies([await sessionCookie(place, person)]);
  await page.getByRole("button", { name: "I have signed in: go on" }).click();
  await isSaved(page);
  await page.reload();
  await expect(text(page, "Group reference")).toHaveValue("typed-after-the-end");
});
