import { ask } from "./stage/ask";
import { operational } from "./stage/file";
import { choose, dialog, enablements, inDays, openPrograms, program, warnings } from "./stage/programs";
import { expect, test } from "./stage/story";
import { aMinutePasses, refreshUntil } from "./stage/waiting";

test.describe.configure({ timeout: 150_000 });
test.use({ timezoneId: "Europe/Stockholm" });

test("An operator plans Pay Later for Sweden and is warned of an overlap, of a gap and of its end; the desk reminds of that", async ({
  somebody,
  klarna,
  place,
}) => {
  const operator = await somebody("operations");
  const { page } = operator;
  const merchant = await operational(operator);
  await openPrograms(page, merchant);
  await expect(program(page, "Pay in Full")).toContainText("Always on");
  await expect(program(page, "Pay in Full").getByRole("button")).toHaveCount(0);
  await expect(program(page, "Financing Klarna approves")).toContainText("Klarna must approve it first");

  await program(page, "Pay Later")
    .getByRole("button", { name: /^Enable/ })
    .click();
  const from = dialog(page).getByLabel("Begins");
  const to = dialog(page).getByLabel("Ends");
  await to.fill(inDays(60));
  await expect(warnings(page)).toContainText("No country given: this covers every country");
  await choose(page, "Sweden");
  await expect(warnings(page)).not.toContainText("every country");
  await to.fill("");
  await dialog(page)
    .getByRole("button", { name: /^Enable Pay Later/ })
    .click();
  await expect(dialog(page).getByText("Choose the day and the time at which it ends")).toBeVisible();
  await from.fill(inDays(-1));
  await to.fill(inDays(-2));
  await expect(warnings(page)).toContainText("It ends before it begins");
  await to.fill(inDays(60));
  await expect(warnings(page)).toContainText("It begins in the past");
  await expect(dialog(page)).toContainText("Shoppers in Sweden can choose Pay Later in 30 Days at this merchant, for 5712, from");
  const sent = await klarna.received("paymentProgramEnablements.create");
  await dialog(page)
    .getByRole("button", { name: /^Enable Pay Later/ })
    .dblclick();
  await expect(dialog(page)).toBeHidden();
  await expect(enablements(page)).toHaveCount(2);
  await expect(enablements(page).last()).toContainText("Enabled");
  await expect(program(page, "Pay Later")).toContainText("Enabled in Sweden");
  await expect(page.getByRole("img", { name: /^1 enablement by time/ })).toContainText("Pay Later in 30 Days");

  await program(page, "Pay Later")
    .getByRole("button", { name: /^Enable/ })
    .click();
  await choose(page, "Sweden");
  await choose(page, "Norway");
  await to.fill(inDays(200));
  await expect(warnings(page)).toContainText("It overlaps with another enablement of Pay Later in 30 Days");
  await expect(warnings(page)).toContainText("Both hold in Sweden, for 5712 from");
  await from.fill(inDays(90));
  await expect(warnings(page)).toContainText("There is a gap before it. In Sweden, for 5712 nobody can choose Pay Later in 30 Days from");
  await from.fill(inDays(60));
  await expect(warnings(page)).not.toContainText(/gap|overlap/);
  await dialog(page)
    .getByRole("button", { name: /^Enable Pay Later/ })
    .click();
  await expect(enablements(page)).toHaveCount(3);
  expect(await klarna.received("paymentProgramEnablements.create")).toBe(sent + 2);

  await enablements(page)
    .filter({ hasText: "Enabled" })
    .getByRole("button", { name: /^Change the end/ })
    .click();
  await expect(from).toHaveAttribute("readonly");
  await to.fill(inDays(9));
  await expect(warnings(page)).toContainText("It ends within 14 days");
  await expect(warnings(page)).toContainText("There is a gap after it");
  await expect(warnings(page)).not.toContainText("begins in the past");
  await dialog(page).getByRole("button", { name: "Set the new end" }).click();
  await expect(enablements(page).filter({ hasText: "Ends soon" })).toHaveCount(1);

  await aMinutePasses(place);
  await page.goto("/attention?tab=all&environment=test&rule=program-ending");
  const row = page.getByRole("row", { name: new RegExp(merchant.account_name) });
  await refreshUntil(page, row);
  await expect(row).toContainText("Pay Later in 30 Days ends in Sweden on");
  await row.getByRole("link", { name: merchant.account_name }).click();
  await expect(page).toHaveURL(/\/programs$/);
});

test("What Klarna refuses is said at its field, and nothing that was typed is lost", async ({ somebody, expectErrors }) => {
  expectErrors(/400/);
  const operator = await somebody("operations");
  const { page } = operator;
  await openPrograms(page, await operational(operator));
  await program(page, "Financing Klarna approves")
    .getByRole("button", { name: /^Enable/ })
    .click();
  await expect(dialog(page)).toContainText("Klarna decides which partners may enable it");
  await expect(dialog(page)).not.toContainText("without a review");
  await choose(page, "Sweden");
  await dialog(page).getByLabel("Ends").fill("2027-03-28T02:30");
  await expect(warnings(page)).toContainText("In Europe/Stockholm the clocks are put forward over this time");
  await expect(dialog(page)).toContainText("For Klarna: 2027-03-28 01:30 UTC");
  await dialog(page).getByRole("button", { name: "Enable Financing" }).click();
  await expect(dialog(page).getByText("This payment program is restricted, and this partner isn't eligible for it.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Go on with it" }).click();
  await expect(dialog(page).getByLabel("Ends")).toHaveValue("2027-03-28T02:30");
  await dialog(page).getByRole("button", { name: "Give it up" }).click();
  await expect(page.getByRole("button", { name: "Go on with it" })).toHaveCount(0);
});

test("A support agent reads programs and enablements, and can change none, not even behind the page", async ({ somebody, expectErrors }) => {
  expectErrors(/403/);
  const merchant = await operational(await somebody("operations"));
  const { page } = await somebody("support");
  await openPrograms(page, merchant);
  await expect(program(page, "Pay Later")).toContainText("Not enabled");
  await expect(page.getByRole("main").getByRole("button", { name: /Enable|Change/ })).toHaveCount(0);
  const search = new URLSearchParams({ account_id: merchant.account_id, product_id: "default" });
  const refused = await ask(page, `/api/klarna/test/paymentProgramEnablements.create?${search}`, { method: "POST", body: "{}" });
  expect(refused.status).toBe(403);
});
