import { expectAccessible } from "./stage/accessible";
import { bar, box, open, operational, review } from "./stage/file";
import { expect, test } from "./stage/story";

// What is broken here is broken for all who share it.
test.use({ alone: true });

test("Klarna answers 500 after it has done it, and the desk says so and settles it; what was left goes on after", async ({
  somebody,
  klarna,
  expectErrors,
}) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  // The desk may keep reads back for a moment, too, from a Klarna that has answered only 5xx.
  expectErrors(/status of (503|504|409)/);
  const merchant = await operational(visitor);
  await open(page, merchant, "business");
  await page.getByRole("button", { name: "Edit: Business" }).click();
  await box(page, "Registered name").fill("Åkerbär Handel i Nacka AB");
  await open(page, merchant, "people");
  await page.getByRole("button", { name: "Edit: Torkel Vintersjö" }).click();
  await box(page, "Given name").fill("Thorkel");
  await expect(bar(page).getByText("2 changes, not sent yet")).toBeVisible();
  await klarna.break("businessInformation.update", "500-after");
  const before = await klarna.received("stakeholders.update");
  await review(page);
  await page.getByRole("button", { name: "Send 2 changes" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Not known yet")).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByText("Not sent")).toBeVisible();
  await expectAccessible(page, "a change that nobody knows the outcome of");
  await klarna.mend();
  await expect(dialog.getByText("Klarna has it")).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole("button", { name: "Send the change" }).click();
  await expect(page.getByRole("dialog", { name: "Klarna has everything" })).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).first().click();
  await expect(page.getByRole("heading", { name: "Thorkel Vintersjö" })).toBeVisible();
  expect(await klarna.received("stakeholders.update")).toBe(before + 1);
});

test("While nobody knows what became of a change nobody changes it further, whatever is closed or loaded anew; once it is known, what comes next is sent too", async ({
  somebody,
  klarna,
  expectErrors,
}) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  // The desk may keep reads back for a moment, too, from a Klarna that has answered only 5xx.
  expectErrors(/status of (503|504|409)/);
  await open(page, await operational(visitor), "business");
  await page.getByRole("button", { name: "Edit: Business" }).click();
  await box(page, "Registered name").fill("Åkerbär Handel i Nacka AB");
  await klarna.break("businessInformation.update", "500-after");
  await review(page);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Send the change" }).click();
  await expect(dialog.getByText("Not known yet")).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole("button", { name: "Back" }).click();
  const business = page.getByRole("group", { name: "Business" });
  const isHeld = async () => {
    await expect(business.getByText("Klarna hasn't said yet whether it is done")).toBeVisible();
    await expect(business.getByRole("textbox")).toHaveCount(0);
    await expect(business.getByRole("insertion")).toHaveText("Åkerbär Handel i Nacka AB");
    await expect(bar(page).getByText("One change sent, not confirmed yet")).toBeVisible();
    await bar(page).getByRole("button", { name: "See how it stands" }).click();
    await expect(dialog.getByText("Not known yet")).toBeVisible();
    await dialog.getByRole("button", { name: "Back" }).click();
  };
  await isHeld();
  await page.reload();
  await isHeld();
  await expectAccessible(page, "a part whose change is unclear");
  await klarna.mend();
  await expect(bar(page)).toHaveCount(0, { timeout: 60_000 });
  await expect(business.getByRole("definition").filter({ hasText: "Åkerbär Handel i Nacka AB" })).toHaveCount(1);
  await page.getByRole("button", { name: "Edit: Business" }).click();
  await box(page, "Registered name").fill("Åkerbär Handel i Solna AB");
  await review(page);
  await dialog.getByRole("button", { name: "Send the change" }).click();
  await expect(page.getByRole("dialog", { name: "Klarna has everything" })).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).first().click();
  await expect(business.getByRole("definition").filter({ hasText: "Åkerbär Handel i Solna AB" })).toHaveCount(1);
});
