import { expect, test } from "./stage/story";
import { fillEverything, madeUpMerchant, sendButton } from "./stage/wizard";

// Of one's own because time is held here, so that what passes quickly can be seen.
test.use({ alone: true });

test("An operator onboards a merchant and watches it go live @postgres", async ({ somebody, klarna, place }) => {
  const { page, person } = await somebody("operations");
  const merchant = madeUpMerchant();
  await klarna.holdTime();

  await page.goto("/test/merchants");
  await page.getByRole("link", { name: "Onboard merchant" }).press("Enter");
  await page.getByRole("button", { name: "Start a new merchant" }).press("Enter");
  await fillEverything(page, merchant);
  await expect(page.getByRole("region", { name: "Business" })).toContainText(merchant.business.number);
  await expect(page.getByRole("region", { name: "Bank and payouts" })).toContainText("SE4550000000058398257466");
  await sendButton(page, merchant).press("Enter");

  const state = page.getByRole("region", { name: "State" });
  await expect(page.getByRole("heading", { name: merchant.name, level: 1 })).toBeVisible();
  await expect(state).toContainText("Partially operational");
  await expect(state).toContainText("Nobody has to do anything: Klarna finishes by itself, and this page follows.");

  await klarna.letTimePass();
  await expect(state).toContainText("Now operational");
  await expect(page.getByRole("status").filter({ hasText: `${merchant.name} is now operational.` })).toBeAttached();
  const story = page.getByRole("list", { name: "What happened" });
  await expect(story.getByRole("listitem").filter({ hasText: person.name })).toContainText("Klarna confirmed it by webhook");
  await expect(story.getByRole("listitem").filter({ hasText: /Webhook/ })).toContainText(/operational/i);
  await expect(story.getByRole("listitem").filter({ hasText: "Became operational" })).toContainText("Seen by the desk");
  const owner = page.getByRole("region", { name: "Owner" });
  await expect(owner).toContainText(`${merchant.owner.given} ${merchant.owner.family}`);

  expect(await klarna.accountsCalled(merchant.reference)).toBe(1);
  const [left] = await place.query<{ kept: string }>("SELECT count(*) AS kept FROM drafts WHERE content IS NOT NULL AND created_by = $1", [person.id]);
  expect(left?.kept, "what was prepared isn't kept once Klarna has it").toBe("0");
  await page.getByRole("link", { name: "Merchants" }).first().click();
  await expect(page.getByRole("row", { name: new RegExp(merchant.reference) })).toContainText("Operational");
});
