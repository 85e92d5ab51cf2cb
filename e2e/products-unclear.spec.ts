import { expectAccessible } from "./stage/accessible";
import { fillSuspension, manageable, openProducts, product, steps } from "./stage/products";
import { expect, test } from "./stage/story";

// What is broken here is broken for all who share it.
test.use({ alone: true });
test.describe.configure({ timeout: 180_000 });

test("Two people suspend the same merchant, and the second is told by whom it is; Klarna's webhook doesn't come, and the desk looks for itself", async ({
  somebody,
  klarna,
  place,
  expectErrors,
}) => {
  expectErrors(/status of 409/);
  const [agent, operator] = [await somebody("support"), await somebody("operations")];
  const merchant = await manageable(operator);
  await openProducts(agent.page, merchant);
  await openProducts(operator.page, merchant);
  await klarna.sendWebhooksNowhere();
  const before = await klarna.received("paymentProducts.disable");
  await fillSuspension(operator.page, "Voluntary", "The owner asked for it");
  await fillSuspension(agent.page, "Voluntary", "Closed for the summer");
  // The page of the second learns of nothing in between.
  await operator.page.route("**/api/desk/merchants/**", (route) => (route.request().method() === "GET" ? route.abort() : route.continue()));
  expectErrors(/Failed to load resource/);
  const name = `Suspend ${merchant.account_name}`;
  await agent.page.getByRole("dialog").getByRole("button", { name }).click();
  await expect(product(agent.page).getByText("Disabled by your team")).toBeVisible();
  await operator.page.getByRole("dialog").getByRole("button", { name }).click();
  await expect(operator.page.getByRole("dialog")).toContainText(
    `It is suspended already, by your team. Nothing was sent. The last here who asked for such a change was ${agent.person.name}.`,
  );
  await expect(operator.page.getByRole("dialog").getByRole("textbox", { name: "Details" })).toHaveValue("The owner asked for it");
  await operator.page.unrouteAll({ behavior: "ignoreErrors" });
  expect(await klarna.received("paymentProducts.disable")).toBe(before + 1);

  await expect(steps(agent.page).getByText("Klarna's webhook is awaited")).toBeVisible();
  await place.query("UPDATE operations SET awaited_until = now() WHERE account_id = $1 AND awaited_until IS NOT NULL", [merchant.account_id]);
  await expect(steps(agent.page).getByText(/^Webhook late: read again instead/)).toBeVisible({ timeout: 60_000 });
  await expect(steps(agent.page)).toContainText("Klarna shows it as disabled by your team.");
  await expectAccessible(agent.page, "a late webhook");
});

test("Nobody can say whether a suspension was done: it is unknown, nothing crosses it, and it settles by itself", async ({
  somebody,
  klarna,
  expectErrors,
}) => {
  expectErrors(/status of (409|503|504)/);
  const [agent, operator] = [await somebody("support"), await somebody("operations")];
  const merchant = await manageable(operator);
  await openProducts(agent.page, merchant);
  await klarna.sendWebhooksNowhere();
  await klarna.break("paymentProducts.disable", "500-after");
  // Nor can the desk look for itself, for a while.
  await klarna.break("paymentProducts.list", "500");
  await fillSuspension(agent.page, "Voluntary", "Closed for the summer");
  await agent.page
    .getByRole("dialog")
    .getByRole("button", { name: `Suspend ${merchant.account_name}` })
    .click();
  await expect(agent.page.getByText("Nobody can say yet whether it was done")).toBeVisible({ timeout: 60_000 });
  await expectAccessible(agent.page, "an unclear suspension");
  await agent.page.getByRole("button", { name: "Close" }).first().click();
  await expect(steps(agent.page).getByText("Not known whether Klarna did it")).toBeVisible();
  await expect(agent.page.getByRole("link", { name: "What is known of it" })).toBeVisible();

  // Klarna has done it, as a colleague sees: but a reactivation could be overtaken by the repeat of what is unclear.
  await openProducts(operator.page, merchant);
  await expect(operator.page.getByRole("button", { name: "Reactivate …" })).toBeVisible({ timeout: 60_000 });
  await operator.page.getByRole("button", { name: "Reactivate …" }).click();
  const dialog = operator.page.getByRole("dialog");
  await dialog.getByRole("button", { name: `Reactivate ${merchant.account_name}` }).click();
  await expect(dialog).toContainText(`${agent.person.name} asked Klarna to suspend it, and whether that was done isn't known yet`);
  await klarna.mend();
  await expect(steps(agent.page).getByText(/^(Accepted by Klarna|Klarna shows that it was done|Done: Klarna's webhook said so)/)).toBeVisible({
    timeout: 60_000,
  });
});

test("The answer to a reactivation is lost on its way to the desk's page: nobody is told that it failed, and the page shows that it was done", async ({
  somebody,
  expectErrors,
}) => {
  expectErrors(/Failed to load resource/);
  const [agent, operator] = [await somebody("support"), await somebody("operations")];
  const merchant = await manageable(operator);
  const { page } = agent;
  await openProducts(page, merchant);
  await fillSuspension(page, "Voluntary", "Closed for the summer");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `Suspend ${merchant.account_name}` })
    .click();
  await expect(steps(page).getByText(/^Confirmed by webhook/)).toBeVisible({ timeout: 60_000 });
  const answers: number[] = [];
  await page.route("**/products/reactivate", async (route) => {
    answers.push((await route.fetch()).status());
    await route.abort();
  });
  await page.getByRole("button", { name: "Reactivate …" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Closed for the summer");
  await dialog.getByRole("button", { name: `Reactivate ${merchant.account_name}` }).click();
  await expect(dialog.getByText("Nobody can say yet whether it was done")).toBeVisible({ timeout: 60_000 });
  expect(answers).toEqual([204]);
  await expect(dialog).toContainText("Look whether it is there before asking again.");
  await expect(dialog).not.toContainText("It wasn't reactivated");
  await expectAccessible(page, "a reactivation whose answer was lost");
  await dialog.getByRole("button", { name: "Close" }).first().click();
  await expect(product(page).getByText("Enabled", { exact: true })).toBeVisible({ timeout: 60_000 });
});
