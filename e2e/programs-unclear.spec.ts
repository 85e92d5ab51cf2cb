import { operational } from "./stage/file";
import { choose, dialog, enablements, inDays, openPrograms, program } from "./stage/programs";
import { expect, test } from "./stage/story";

test.describe.configure({ timeout: 150_000 });
test.use({ alone: true });

test("What nobody knows the outcome of stays as it was sent, also when the page is loaded anew, and is done once", async ({
  somebody,
  klarna,
  expectErrors,
}) => {
  expectErrors(/504|409/);
  const operator = await somebody("operations");
  const { page } = operator;
  const merchant = await operational(operator);
  await openPrograms(page, merchant);
  await program(page, "Pay in 3")
    .getByRole("button", { name: /^Enable/ })
    .click();
  await choose(page, "Sweden");
  await dialog(page).getByLabel("Ends").fill(inDays(60));
  await klarna.break("paymentProgramEnablements.create", "500-after");
  await dialog(page).getByRole("button", { name: "Enable Pay in 3" }).click();
  await expect(dialog(page)).toContainText("Nobody can say yet whether Klarna did this");
  await expect(dialog(page).getByLabel("Ends")).toBeDisabled();
  await klarna.mend();
  await page.reload();
  await expect(page.getByText("Nobody knows yet whether Klarna enabled Pay in 3")).toBeVisible();
  await page.getByRole("button", { name: "See how it stands" }).click();
  await expect(dialog(page).getByLabel("Ends")).toHaveValue(inDays(60));
  await expect(async () => {
    await dialog(page).getByRole("button", { name: "Ask again" }).click();
    await expect(dialog(page)).toBeHidden({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await expect(enablements(page)).toHaveCount(2);
  await expect(page.getByText("Nobody knows yet")).toHaveCount(0);
});
