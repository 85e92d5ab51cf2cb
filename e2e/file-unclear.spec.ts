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
  expectErrors(/status of (504|409)/);
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
