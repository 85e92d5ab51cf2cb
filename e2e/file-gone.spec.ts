import { expectAccessible } from "./stage/accessible";
import { bar, box, open, operational, review } from "./stage/file";
import { expect, test } from "./stage/story";

test("A person whom an operator is changing is removed by a colleague: what was typed stays in sight, and the rest goes to Klarna", async ({
  somebody,
  klarna,
}) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  const merchant = await operational(visitor);
  await open(page, merchant, "people");
  await page
    .getByRole("button", { name: /^Edit: / })
    .first()
    .click();
  await expect(box(page, "Given name")).toBeFocused();
  await box(page, "Given name").fill("Sanni-Maria");
  await box(page, "Family name").fill("");
  await open(page, merchant, "business");
  await page.getByRole("button", { name: "Edit: Business", exact: true }).click();
  await box(page, "Registered name").fill("Åkerbär Handel i Nacka AB");
  await expect(bar(page)).toContainText("2 changes, not sent yet");
  await expect(bar(page)).not.toContainText("Saving");
  await klarna.put(merchant.account_id, { stakeholders: [] });
  await page.reload();
  await open(page, merchant, "people");
  await expect(page.getByText("Removed at Klarna meanwhile")).toBeVisible();
  await expect(page.getByText("Sanni-Maria").first()).toBeVisible();
  await expectAccessible(page, "people, one of them gone");
  await review(page);
  const dialog = page.getByRole("dialog", { name: /^Send to Klarna/ });
  await dialog.getByRole("button", { name: /^Send/ }).click();
  await expect(dialog.getByText(/Not there any more/)).toBeVisible();
  await dialog.getByRole("button", { name: "Leave it out" }).click();
  await expect(page.getByRole("dialog", { name: "Klarna has everything" })).toBeVisible();
});

test("While Klarna takes no change of a merchant its sections say so; whom a section isn't for reads that, not that there is no merchant", async ({
  somebody,
  klarna,
  expectErrors,
}) => {
  expectErrors(/status of 404/);
  const visitor = await somebody("operations");
  const { page } = visitor;
  const merchant = await operational(visitor);
  await klarna.put(merchant.account_id, { state: "PARTIALLY_OPERATIONAL", state_reason: "ACCOUNT_UPDATE" });
  await page.reload();
  await open(page, merchant, "business");
  await expect(page.getByText("Klarna takes no change of this merchant now")).toBeVisible();
  await expectAccessible(page, "business, paused");
  const finance = await somebody("finance");
  await finance.page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}/people`);
  await expect(finance.page.getByText("This merchant has no such page for your role")).toBeVisible();
  await expectAccessible(finance.page, "people, for finance");
});
