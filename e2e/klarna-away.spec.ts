import { expectAccessible } from "./stage/accessible";
import { onboard } from "./stage/merchant";
import { expect, test } from "./stage/story";

// What is broken here is broken for all who share it.
test.use({ alone: true });

test("Klarna is away: a merchant's page shows what was seen last, says how old it is, and comes back", async ({ somebody, klarna, expectErrors }) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  const merchant = await onboard(visitor);
  await page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}`);
  await expect(page.getByRole("region", { name: "State" })).toContainText("SETUP_COMPLETE");
  await expect(page.getByRole("status").filter({ hasText: "Seen at Klarna" })).toBeVisible();

  expectErrors(/status of 50\d.*\/file/);
  await klarna.break("accounts.get", "503");
  await page.reload();
  const stale = page.getByRole("status").filter({ hasText: "This is what the desk saw" });
  await expect(stale).toBeVisible();
  await expect(stale.getByRole("time")).toBeVisible();
  await expect(page.getByRole("heading", { name: merchant.account_name, level: 1 })).toBeVisible();
  await expect(page.getByRole("region", { name: "State" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Owner" })).toContainText("Not read");
  await expectAccessible(page, "a merchant while Klarna is away");
  await klarna.mend();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Seen at Klarna" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Owner" })).toContainText("Lagerkvist");
});

test("Klarna is away while a product is chosen: the wizard says so, and asks again", async ({ somebody, klarna, expectErrors }) => {
  const { page } = await somebody("operations");
  expectErrors(/status of 50\d/);
  await klarna.break("distributionProfiles.list", "503");
  await page.goto("/test/merchants/new");
  await page.getByRole("button", { name: "Start a new merchant" }).click();
  await page.getByRole("navigation", { name: "Steps of the onboarding" }).getByRole("button", { name: "Product" }).click();
  await expect(page.getByText("Klarna's profiles couldn't be read")).toBeVisible();
  await klarna.mend();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Klarna's profiles couldn't be read")).toBeHidden();
  await expect(page.getByLabel("Distribution profile")).toBeEnabled();
});

test("No webhook ever arrives: the desk asks by itself, and the page follows all the same", async ({ somebody, klarna }) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  await klarna.sendLiveWebhooksNowhere();
  const merchant = await onboard(visitor, { environment: "live" });
  await page.goto(`/live/merchants/${encodeURIComponent(merchant.account_id)}`);
  await expect(page.getByRole("region", { name: "State" })).toContainText("OPERATIONAL · SETUP_COMPLETE");
  const story = page.getByRole("list", { name: "What happened" });
  await expect(story).toContainText("Became operational");
  await expect(story.getByRole("listitem").filter({ hasText: /Webhook/ })).toHaveCount(0);
});

test("A desk that knows no merchant yet says what to do, to each what they may", async ({ somebody, place }) => {
  const [operations, finance] = [await somebody("operations"), await somebody("finance")];
  await place.query("DELETE FROM rereads WHERE environment = 'live'");
  await place.query("DELETE FROM merchants WHERE environment = 'live'");
  await operations.page.goto("/live/merchants");
  await expect(operations.page.getByText("No merchants in LIVE yet")).toBeVisible();
  await expect(operations.page.getByRole("link", { name: "Onboard the first" })).toHaveAttribute("href", "/live/merchants/new");
  await expectAccessible(operations.page, "an empty list");
  await finance.page.goto("/live/merchants");
  await expect(finance.page.getByText("No merchants in LIVE yet")).toBeVisible();
  await expect(finance.page.getByRole("link", { name: /onboard/i })).toHaveCount(0);
});
