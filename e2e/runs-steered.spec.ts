import { expectAccessible } from "./stage/accessible";
import { alive } from "./stage/alive";
import { actOn, groupOf, productsOf, selected, suspend } from "./stage/many";
import { expect, test } from "./stage/story";

test.use({ alone: true });

const nextWeek = () => {
  const day = new Date(Date.now() + 7 * 86_400_000);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}T03:30`;
};

test("A suspension is scheduled, seen by a colleague and cancelled", async ({ somebody, klarna }) => {
  test.slow();
  const omar = await somebody("operations");
  const { page } = omar;
  const { group } = await groupOf(omar, 2);
  const before = await klarna.received("paymentProducts.disable");
  // Other stories have made runs in TEST.
  await page.goto("/live/runs");
  await expect(page.getByText("Nothing has been done to many merchants yet")).toBeVisible();
  await expectAccessible(page, "no runs");

  await actOn(omar, group, "Suspend");
  const dialog = page.getByRole("dialog", { name: "Suspend 2 merchants" });
  await dialog.getByLabel("Why").selectOption("VOLUNTARY");
  await dialog.getByLabel("Details for Klarna").fill("Closed for the winter");
  await page.keyboard.press("Escape");
  await selected(page).getByRole("button", { name: "Suspend" }).click();
  await expect(dialog.getByLabel("Details for Klarna")).toHaveValue("Closed for the winter");
  await dialog.getByLabel("When").fill(nextWeek());
  await expect(dialog.getByText(/It begins on .* UTC\)/)).toBeVisible();
  await dialog.getByRole("button", { name: "Schedule for 2 merchants" }).click();
  await expect(page.getByText("Scheduled", { exact: true })).toBeVisible();

  const sofia = await somebody("support");
  await sofia.page.goto("/test/runs");
  const scheduled = sofia.page.getByRole("region", { name: "Scheduled" });
  const link = scheduled.getByRole("link", { name: "Suspend 2 merchants" });
  await expect(link).toBeVisible();
  await expectAccessible(sofia.page, "runs, of which one is scheduled");
  await link.click();
  await expect(sofia.page.getByText("Closed for the winter")).toBeVisible();
  await expectAccessible(sofia.page, "what is scheduled");
  await sofia.page.getByRole("button", { name: "Cancel the schedule" }).click();
  await expect(sofia.page.getByRole("dialog", { name: "Cancel what is scheduled?" })).toBeVisible();
  await expectAccessible(sofia.page, "cancelling what is scheduled");
  await sofia.page.getByRole("dialog").getByRole("button", { name: "Cancel the schedule" }).click();
  await expect(sofia.page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  expect(await klarna.received("paymentProducts.disable")).toBe(before);
});

test("A run is paused and gone on with; it stops when the person that it is done for may not do it any more, and a colleague tries again what failed", async ({
  somebody,
  klarna,
  place,
}) => {
  test.slow();
  const omar = await somebody("operations");
  const { page } = omar;
  const { group, merchants } = await groupOf(omar, 3);
  const [wrong = ""] = (await productsOf(omar, merchants)).map(({ product_id }) => product_id);
  // Nobody is done while Klarna refuses for the pace, and nobody has failed.
  await klarna.break("paymentProducts.disable", "429");
  await suspend(omar, group, 3);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
  await expectAccessible(page, "a paused run");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("dialog", { name: "Cancel this run?" })).toBeVisible();
  await expectAccessible(page, "cancelling a run");
  await page.getByRole("button", { name: "Let it go on" }).click();
  await place.query("UPDATE people SET role = 'finance' WHERE id = $1", [omar.person.id]);

  const sofia = await somebody("support");
  await sofia.page.goto(page.url());
  // It goes on in her name, until she may not either.
  await sofia.page.getByRole("button", { name: "Go on" }).click();
  await expect(sofia.page.getByText("Paused", { exact: true })).toHaveCount(0);
  await place.query("UPDATE people SET role = 'finance' WHERE id = $1", [sofia.person.id]);
  await expect(sofia.page.getByText("This run stopped")).toBeVisible({ timeout: 30_000 });
  await expectAccessible(sofia.page, "a run that stopped");

  // Klarna itself disables one of them, and the desk doesn't hear of it.
  await klarna.sendWebhooksNowhere();
  await klarna.decideProduct(wrong, "disable-by-klarna");
  await klarna.mend();
  const colleague = await somebody("operations");
  await colleague.page.goto(page.url());
  await colleague.page.getByRole("button", { name: "Go on" }).click();
  await expect(colleague.page.getByText("Done, 1 failed")).toBeVisible({ timeout: 60_000 });
  await klarna.decideProduct(wrong, "enable-by-klarna");
  await colleague.page.getByRole("button", { name: "Try the one that failed again" }).click();
  await expect(colleague.page.getByRole("dialog", { name: "Try 1 merchant again?" })).toBeVisible();
  await expectAccessible(colleague.page, "trying again what failed");
  await colleague.page.getByRole("button", { name: "Try it again" }).click();
  await expect(colleague.page.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
});

test("A group is reactivated, given another category and tagged: before each, what will happen is said; a reactivation can be scheduled and cancelled", async ({
  somebody,
  klarna,
}) => {
  test.slow();
  const omar = await somebody("operations");
  const { page } = omar;
  const { group, merchants } = await groupOf(omar, 2);
  await klarna.liftLimits();
  await suspend(omar, group, 2);
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });

  await actOn(omar, group, "Reactivate");
  const reactivating = page.getByRole("dialog", { name: "Reactivate 2 merchants" });
  await expect(reactivating.getByRole("status")).toContainText("2 merchants will be reactivated");
  await expectAccessible(page, "reactivating many");
  await reactivating.getByLabel("When").fill(nextWeek());
  await reactivating.getByRole("button", { name: "Schedule for 2 merchants" }).click();
  await expect(page.getByText("Scheduled", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Cancel the schedule" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel the schedule" }).click();
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  expect((await productsOf(omar, merchants)).map(({ state }) => state)).toEqual(["DISABLED", "DISABLED"]);
  await actOn(omar, group, "Reactivate");
  await reactivating.getByRole("button", { name: "Reactivate 2 merchants" }).click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
  expect((await productsOf(omar, merchants)).map(({ state }) => state)).toEqual(["ENABLED", "ENABLED"]);

  await actOn(omar, group, "Category");
  const changing = page.getByRole("dialog", { name: "Change the category of 2 merchants" });
  await changing.getByRole("combobox", { name: "New merchant category" }).fill("5732");
  await page.getByRole("option", { name: /5732/ }).click();
  await expect(changing.getByRole("status").filter({ hasText: "will get" })).toContainText("2 merchants will get the category 5732");
  await expectAccessible(page, "changing the category of many");
  await changing.getByRole("button", { name: "Change the category of 2 merchants" }).click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
  expect((await productsOf(omar, merchants)).map(({ merchant_category_code }) => merchant_category_code)).toEqual(["5732", "5732"]);

  const tag = `Winter ${group}`;
  const made = await omar.context.request.post("/api/desk/tags", { data: { environment: "test", name: tag, colour: "blue" } });
  expect(made.status(), await made.text()).toBe(200);
  await page.goto(`/test/merchants?group=${group}`);
  await alive(page.getByRole("checkbox", { name: "Select all that are shown" }));
  for (const key of ["j", "x"]) await page.keyboard.press(key);
  await selected(page).getByRole("button", { name: "All 2 that match" }).click();
  await selected(page).getByRole("button", { name: "Tag" }).click();
  const tagging = page.getByRole("dialog", { name: "Tag 2 merchants" });
  await tagging.getByRole("checkbox", { name: tag }).check();
  await expect(tagging.getByRole("status").filter({ hasText: "will be tagged" })).toContainText("Nothing changes at Klarna.");
  await expectAccessible(page, "tagging all that match");
  await tagging.getByRole("button", { name: "Tag 2 merchants" }).click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.goto(`/test/merchants?group=${group}`);
  await expect(page.getByRole("table").getByText(tag)).toHaveCount(2);
});
