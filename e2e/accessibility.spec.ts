import { Secret, TOTP } from "otpauth";

import { expectAccessible } from "./stage/accessible";
import { onboard, whole } from "./stage/merchant";
import { passwordOf } from "./stage/password";
import { expect, test } from "./stage/story";
import { fillEverything, goTo, madeUpMerchant, startWizard, text } from "./stage/wizard";

test.describe.configure({ mode: "parallel" });

test("Whoever can't see or can't point uses the pages before one is signed in", async ({ page, expectErrors }) => {
  expectErrors(/status of (401|404)/);
  await page.goto("/sign-in");
  await expectAccessible(page, "sign-in");
  await page.getByLabel("E-mail").fill("nobody@desk.example");
  await page.getByLabel("Password").fill("nothing");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("E-mail and password don't belong together.")).toBeVisible();
  await expectAccessible(page, "sign-in, refused");
  await page.goto("/set-password#made-up");
  await expectAccessible(page, "set password");
  await page.goto("/nowhere");
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
  await expectAccessible(page, "not found");
});

test("Whoever can't see or can't point uses the list, a merchant's page and the account", async ({ somebody, klarna, expectErrors }) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  expectErrors(/status of 404/);
  await page.goto("/settings/account");
  await expectAccessible(page, "account");
  await page.goto("/settings/operations");
  await expectAccessible(page, "unclear operations");
  await page.goto("/settings/jobs");
  await expect(page.getByRole("table", { name: "Kinds of jobs" })).toBeVisible();
  await expectAccessible(page, "jobs");
  await page.goto("/test/merchants/import");
  await page.getByLabel("Account ids").fill("nonsense\nkrn:partner:global:account:test:NOBODY9");
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByText("1 account to read")).toBeVisible();
  await expectAccessible(page, "bringing in, checked");
  await page.goto("/settings/health");
  await expect(page.getByRole("region", { name: "Database" })).toBeVisible();
  await expectAccessible(page, "health");
  await page.goto("/settings/keeping");
  await expect(page.getByRole("row").filter({ hasText: "log, a file a day" })).toContainText("30 days");
  await expectAccessible(page, "keeping");
  await page.goto("/test/merchants");
  await expect(page.getByRole("table")).toBeVisible();
  await expectAccessible(page, "list of merchants");

  const merchant = await onboard(visitor, { extra_account_data: whole });
  const address = `/test/merchants/${encodeURIComponent(merchant.account_id)}`;
  await page.goto(address);
  await expect(page.getByRole("region", { name: "Owner" })).toContainText("Lagerkvist");
  await expectAccessible(page, "a merchant");
  await page.goto(`${address}/activity`);
  await expect(page.getByRole("list", { name: "Activity" })).toBeVisible();
  await expectAccessible(page, "a merchant's activity");
  await page.goto(address);
  await klarna.decide(merchant.account_id, "disable-by-klarna");
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByRole("region", { name: "State" })).toContainText("Disabled by Klarna");
  await expectAccessible(page, "a disabled merchant");
  await page.goto("/test/merchants/krn:partner:global:account:test:NOBODY2");
  await expect(page.getByText("Klarna knows no such account")).toBeVisible();
  await expectAccessible(page, "an unknown merchant");
});

test("Whoever can't see or can't point searches, narrows and arranges the list, and tags what is in it", async ({ somebody }) => {
  test.slow();
  const { page } = await somebody("operations");
  await page.goto("/test/merchants");
  for (const panel of ["Filters", "Columns", "All merchants"]) {
    await page.getByRole("button", { name: panel, exact: true }).click();
    await expect(page.locator("#list-panel").getByText(/Product state|Dense|Save as a new view/)).toBeVisible();
    await expectAccessible(page, `list of merchants, ${panel}`);
  }
  for (const key of ["j", "x"]) await page.keyboard.press(key);
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await expect(page.getByLabel("New tag")).toBeVisible();
  await expectAccessible(page, "tags of a merchant");
  await page.goto("/test/merchants?q=zzzzqqqq");
  await expect(page.getByText("No merchant is found by that")).toBeVisible();
  await expectAccessible(page, "nothing found");
});

test("Whoever can't see or can't point uses each step of the wizard, empty", async ({ somebody }) => {
  const { page } = await somebody("operations");
  await startWizard(page);
  for (const step of ["Merchant", "Owner", "Business", "People", "Bank and payouts", "Brand and websites", "Product", "Review"]) {
    await goTo(page, step);
    if (step === "People") await page.getByRole("button", { name: "Add a person" }).click();
    if (step === "Bank and payouts") await page.getByRole("button", { name: "Add a bank account" }).click();
    if (step === "Brand and websites") await page.getByRole("button", { name: "Add a brand" }).click();
    if (step === "Product") await expect(page.getByLabel("Distribution profile")).toBeEnabled();
    if (step === "Review") await expect(page.getByText(/things are missing or wrong/)).toBeVisible();
    await expectAccessible(page, `wizard, ${step}`);
  }
});

test("Whoever can't see or can't point uses the drafts, the wizard's review and its questions", async ({ somebody }) => {
  const { page } = await somebody("operations");
  await startWizard(page);
  await fillEverything(page, madeUpMerchant());
  await expect(page.getByRole("button", { name: /^Onboard Blåbär/ })).toBeVisible();
  await expectAccessible(page, "review, full");
  await goTo(page, "Bank and payouts");
  await text(page, "IBAN").fill("SE45 5000 0000 0583 9825 7467");
  await text(page, "BIC").focus();
  await expect(text(page, "IBAN")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, "a step with a fault");
  await page.getByRole("button", { name: "Throw away", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "a question before throwing away");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.goto("/test/merchants/new");
  await expect(page.getByRole("table")).toBeVisible();
  await expectAccessible(page, "drafts");
  await page.getByRole("button", { name: "Start from a copy" }).click();
  await page.getByRole("combobox", { name: "Merchant to copy" }).fill("a");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectAccessible(page, "a choice of what to copy");
});

test("Whoever can't see or can't point reads an entry of the audit log", async ({ somebody }) => {
  const visitor = await somebody("admin");
  await onboard(visitor);
  const { page } = visitor;
  await page.goto("/settings/audit?operation=accounts.onboard");
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.getByRole("table", { name: "Before and after" })).toBeVisible();
  await expectAccessible(page, "an entry of the audit log");
});

test("Whoever can't see or can't point uses the pages of webhooks", async ({ somebody, place }) => {
  const { page } = await somebody("admin");
  await fetch(`${place.deskUrl}/api/webhooks/klarna/test`, { method: "POST", headers: { "klarna-signing-key-id": "krn:nobody" }, body: "{}" });
  await page.goto("/settings/webhooks");
  await expect(page.getByRole("table", { name: "What came, newest first" })).toBeVisible();
  await expectAccessible(page, "webhooks");
  await page.goto("/settings/webhooks?verdict=refused");
  await page.getByRole("link", { name: "Signed with an unknown key" }).first().click();
  await expect(page.getByText("Signing key it named")).toBeVisible();
  await expectAccessible(page, "a refused delivery");
  await page.goto("/settings/webhooks/address/live");
  await expect(page.getByRole("heading", { name: "Signing keys" })).toBeVisible();
  await expectAccessible(page, "address and keys");
  await page.getByRole("button", { name: "Enter a key by hand" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "a key entered by hand");
});

test("Whoever can't see or can't point looks after the team, and proves who they are", async ({ somebody, place, expectErrors }) => {
  const colleague = await somebody("support");
  const { page, person } = await somebody("admin");
  await passwordOf(place, person);
  expectErrors(/status of (400|403).*desk\/team/);
  await page.goto("/settings/team");
  await expect(page.getByRole("table")).toBeVisible();
  await expectAccessible(page, "team");
  await page.getByRole("button", { name: "Add a person" }).click();
  const form = page.getByRole("dialog", { name: "Add a person" });
  await form.getByRole("button", { name: "Add person" }).click();
  await expect(form.getByText("Choose a role").last()).toBeVisible();
  await expectAccessible(page, "adding a person, with faults");
  await form.getByLabel("Name").fill("Nils Holm");
  await form.getByLabel("E-mail").fill(`nils-${colleague.person.id}@desk.example`);
  await form.getByLabel("Role").selectOption("support");
  await place.query("UPDATE sessions SET proved_at = NULL WHERE person_id = $1", [person.id]);
  await form.getByRole("button", { name: "Add person" }).click();
  await expect(page.getByLabel("Your password")).toBeVisible();
  await expectAccessible(page, "confirming that it is oneself");
  await place.query("UPDATE sessions SET proved_at = now() WHERE person_id = $1", [person.id]);
  await page.keyboard.press("Escape");
  await form.getByRole("button", { name: "Add person" }).click();
  await expect(page.getByText("A one-time link for Nils Holm")).toBeVisible();
  await expectAccessible(page, "a one-time link");
  await page.getByRole("button", { name: "Done" }).click();
  await page.goto(`/settings/team/${colleague.person.id}`);
  await expect(page.getByRole("heading", { name: "Sessions" })).toBeVisible();
  await expectAccessible(page, "a colleague");
  await page.getByRole("button", { name: "Disable", exact: true }).click();
  await expectAccessible(page, "disabling a colleague");
});

test("Whoever can't see or can't point sets up a second factor", async ({ somebody }) => {
  const { page } = await somebody("finance");
  await page.goto("/settings/account");
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await page.getByRole("button", { name: "Show the key" }).click();
  await expect(page.getByRole("img", { name: "The key as a QR code" })).toBeVisible();
  await expectAccessible(page, "the key of a second factor");
  const key = ((await page.getByRole("dialog").locator("code").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("The code that your app shows now").fill(new TOTP({ secret: Secret.fromBase32(key) }).generate());
  await page.getByRole("button", { name: "Check the code" }).click();
  await expect(page.getByRole("list", { name: "Recovery codes" })).toBeVisible();
  await expectAccessible(page, "recovery codes");
});
