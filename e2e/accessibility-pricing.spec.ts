import { expectAccessible } from "./stage/accessible";
import { expect, test } from "./stage/story";

test("Whoever can't see or can't point reads prices and works out what an order costs", async ({ somebody, expectErrors }) => {
  test.slow();
  const { page } = await somebody("finance");
  const place = { category: "5411", country: "SE", currency: "SEK" };
  await page.goto(`/test/pricing?${new URLSearchParams(place)}`);
  await expect(page.getByText("5 rates")).toBeVisible();
  await expectAccessible(page, "rates");

  await page.getByRole("button", { name: "What would it cost" }).press("Enter");
  await expect(page.getByText("The fee can't be computed")).toBeVisible();
  await expectAccessible(page, "a fee that can't be computed");
  await page.getByLabel("Program").selectOption({ label: "Pay in 3" });
  await page.getByLabel("Amount in SEK").fill("two");
  await expect(page.getByText(/in digits/)).toBeVisible();
  await expectAccessible(page, "a wrong amount");
  await page.getByLabel("Amount in SEK").fill("1000");
  await expect(page.getByRole("table", { name: "How the fee comes about" })).toBeVisible();
  await expectAccessible(page, "a fee step by step");

  await page.getByRole("button", { name: "Plans and changes" }).press("Enter");
  await expect(page.getByRole("table", { name: "Versions of High volume" })).toBeVisible();
  await expectAccessible(page, "plans and coming changes");
  await page.getByRole("button", { name: "What changes in High volume" }).press("Enter");
  await expect(page.getByText(/prices differ/)).toBeVisible();
  await expectAccessible(page, "two versions compared");

  // The desk is away: what was asked stays, and there is a way to ask again.
  await page.route("**/api/desk/prices/rates**", (route) => route.abort());
  expectErrors(/ERR_FAILED/);
  await page.goto(`/test/pricing?${new URLSearchParams({ ...place, country: "NO", currency: "NOK" })}`);
  await expect(page.getByText("The rates couldn't be read")).toBeVisible();
  await expectAccessible(page, "rates that couldn't be read");
});

test("Whoever can't see or can't point simulates coverage, and learns whom a change touches", async ({ somebody }) => {
  test.slow();
  const { page } = await somebody("operations");
  await page.goto("/test/programs/simulate");
  await expect(page.getByText("Choose what to look at")).toBeVisible();
  await expectAccessible(page, "nothing chosen yet");
  await page.getByLabel("Profile").selectOption({ label: "Standard" });
  for (const [label, text] of [
    ["Category", "5411"],
    ["Country", "Sweden"],
  ] as const) {
    await page.getByRole("combobox", { name: label }).fill(text);
    await expect(page.getByRole("option", { name: new RegExp(text) }).first()).toBeVisible();
    await page.getByRole("combobox", { name: label }).press("Enter");
  }
  await page.getByLabel("Currency").selectOption("SEK");
  await expect(page.getByRole("rowheader", { name: "Pay in 3" })).toBeVisible();
  await page.getByLabel("Currency").selectOption("EUR");
  await expect(page.getByText(/No program there|No longer there/).first()).toBeVisible();
  await expectAccessible(page, "a change compared");
  await page.getByRole("combobox", { name: "Change" }).selectOption({ index: 1 });
  await expect(page.getByRole("table", { name: "Merchants that the change touches" })).toBeVisible();
  await expectAccessible(page, "whom a change touches");
});
