import { bar, box, open, operational, review } from "./stage/file";
import { expect, test } from "./stage/story";

// Klarna's time stands still here, and it says what it doesn't say today.
test.use({ alone: true });

test("A change of the account sends a merchant back to partially operational, and Klarna's webhook brings it back", async ({ somebody, klarna }) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  const merchant = await operational(visitor);
  await open(page, merchant, "business");
  await klarna.holdTime();
  await page.getByRole("button", { name: "Edit: Account and owner" }).click();
  await box(page, "Given name").fill("Evangelina");
  await review(page);
  const dialog = page.getByRole("dialog", { name: /^Send to Klarna/ });
  await expect(dialog).toContainText(/partially operational/i);
  await dialog.getByRole("button", { name: "Send the change" }).click();
  await expect(page.getByRole("dialog", { name: "Klarna has everything" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).first().click();
  await page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}`);
  const state = page.getByRole("region", { name: "State" });
  await expect(state).toContainText("PARTIALLY_OPERATIONAL · ACCOUNT_UPDATE");
  await expect(page.getByText("Klarna's webhook about it is awaited").first()).toBeVisible();
  await klarna.letTimePass();
  await expect(state).toContainText("OPERATIONAL · SETUP_COMPLETE", { timeout: 60_000 });
  await expect(page.getByText(/Klarna confirmed it by webhook/).first()).toBeVisible({ timeout: 30_000 });
});

test("A merchant with two hundred people, and words that nobody here knows, is shown whole; what is changed of it leaves the rest as it was", async ({
  somebody,
  klarna,
}) => {
  test.setTimeout(360_000);
  const visitor = await somebody("operations");
  const { page } = visitor;
  const merchant = await operational(visitor);
  const stakeholders = Array.from({ length: 200 }, (_, index) => ({
    stakeholder_id: `krn:partner:global:account:stakeholder:00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    ...{ given_name: "Person", family_name: `Nummer${index + 1}`, roles: index === 0 ? ["OWNER", "CHIEF_OF_TOMORROW"] : ["LEGAL_REPRESENTATIVE"] },
  }));
  const business_information = {
    business_name: "Åkerbär Handel AB",
    business_entity_type: "COOPERATIVE_OF_TOMORROW",
    registration_number: "556016-0680",
    new_in_r9: { inside: "something else" },
    operating_address: { city: "Stockholm", country: "SE", floor_plan_of_tomorrow: "Hus B" },
  };
  await klarna.put(merchant.account_id, { stakeholders, business_information, state: "RESTING", state_reason: "A_REASON_OF_TOMORROW" });
  await page.reload();
  await expect(page.getByRole("region", { name: "State" })).toContainText("RESTING · A_REASON_OF_TOMORROW");
  await open(page, merchant, "people");
  await expect(page.getByText("CHIEF_OF_TOMORROW").first()).toBeVisible();
  await page.getByRole("button", { name: "Show 100 more of 200" }).click();
  await page.getByRole("button", { name: "Show 70 more of 200" }).click();
  await expect(page.getByRole("button", { name: /^Edit: Person Nummer\d+$/ })).toHaveCount(200);
  await open(page, merchant, "business");
  await expect(page.getByText("COOPERATIVE_OF_TOMORROW").first()).toBeVisible();
  const business = page.getByRole("group", { name: "Business" });
  for (const [term, value] of [
    ["new_in_r9", "something else"],
    ["operating_address.floor_plan_of_tomorrow", "Hus B"],
  ] as const) {
    await expect(business.getByText(term, { exact: true })).toBeVisible();
    await expect(business.getByRole("definition").filter({ hasText: value })).toHaveCount(1);
  }
  // What can't be sent with an address is named before the address is sent without it.
  await page.getByRole("button", { name: "Edit: Business" }).click();
  await page.getByRole("group", { name: "Operating address" }).getByRole("textbox", { name: "City" }).fill("Solna");
  await review(page);
  await expect(page.getByRole("dialog").getByText(/Klarna keeps more here than the desk knows: operating_address.floor_plan_of_tomorrow/)).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Back" }).click();
  // Dropped before the page is loaded anew: else what is typed next would belong to an edit that is about to go.
  const dropped = page.waitForResponse((response) => response.request().method() === "DELETE");
  await page.getByRole("button", { name: "Leave it as it was" }).click();
  await dropped;

  await klarna.put(merchant.account_id, { state: "OPERATIONAL", state_reason: "SETUP_COMPLETE" });
  await page.reload();
  await open(page, merchant, "people");
  await page.getByRole("button", { name: "Edit: Person Nummer1", exact: true }).click();
  await box(page, "Given name").fill("Erste");
  await expect(bar(page).getByText(/^Saved/)).toBeVisible();
  await review(page);
  await page.getByRole("button", { name: "Send the change" }).click();
  await expect(page.getByRole("dialog", { name: "Klarna has everything" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).first().click();
  await expect(page.getByRole("button", { name: "Edit: Erste Nummer1", exact: true })).toBeVisible();
  await expect(page.getByText("CHIEF_OF_TOMORROW").first()).toBeVisible();
});

test("A fault that appears as one leaves its field doesn't move the button away from under the press", async ({ somebody }) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  await open(page, await operational(visitor), "business");
  await page.getByRole("button", { name: "Edit: Account and owner" }).click();
  const email = box(page, "E-mail");
  const right = await email.inputValue();
  await email.fill("nobody");
  await email.blur();
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await email.fill(right);
  await expect(email).not.toHaveAttribute("aria-invalid", "true");
  await box(page, "Name").fill("");
  await page.getByRole("button", { name: "Leave it as it was" }).hover();
  await page.mouse.down();
  // Long enough for whatever leaving the field shows.
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
  await page.mouse.up();
  await expect(email).toHaveCount(0);
});
