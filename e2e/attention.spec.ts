import type { Page } from "@playwright/test";
import { expectAccessible } from "./stage/accessible";
import { alive } from "./stage/alive";
import { onboard } from "./stage/merchant";
import type { Visitor } from "./stage/person";
import { expect, test } from "./stage/story";
import { refreshUntil } from "./stage/waiting";

test.describe.configure({ timeout: 120_000 });

const rowOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")) });

/** The products of an account, as Klarna has them. */
async function klarnasProducts({ context }: Visitor, account_id: string): Promise<readonly { readonly product_id: string }[]> {
  const response = await context.request.get(`/api/klarna/test/accounts.get?${new URLSearchParams({ account_id, expand: "products" })}`);
  return (await response.json()).products;
}

test("Klarna disables a product: it stands in the inbox by itself, a support agent takes it and puts it off, a colleague sees who has it and ends it", async ({
  somebody,
  klarna,
}) => {
  const operator = await somebody("operations");
  const agent = await somebody("support");
  const merchant = await onboard(operator);
  await expect
    .poll(async () => (await operator.context.request.get(`/api/desk/merchants/${encodeURIComponent(merchant.account_id)}?environment=test`)).json(), {
      timeout: 30_000,
    })
    .toMatchObject({ state: "OPERATIONAL" });

  const { page } = agent;
  await page.goto("/attention?tab=unassigned&environment=test&rule=product-disabled");
  await expect(page.getByRole("heading", { name: "Needs attention" })).toBeVisible();
  await klarna.decide(merchant.account_id, "disable-by-klarna");
  // Nobody loads the page anew.
  const row = rowOf(page, merchant.account_name);
  await expect(row).toBeVisible({ timeout: 60_000 });
  await expect(row).toContainText("Klarna has disabled this product because it sees fraudulent behaviour.");
  await expect(row).toContainText("TEST");

  await row.getByRole("link", { name: merchant.account_name }).focus();
  await page.keyboard.press("a");
  await expect(row).toHaveCount(0);
  await page.getByRole("link", { name: /^Mine/ }).click();
  await expect(row).toContainText("You");
  await page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}`);
  await expect(page.getByText("You take care of it.")).toBeVisible();

  await operator.page.goto("/attention?tab=all&environment=test&rule=product-disabled");
  await expect(rowOf(operator.page, merchant.account_name)).toContainText(agent.person.name);

  await page.goto("/attention");
  await (await alive(row.getByRole("link", { name: merchant.account_name }))).focus();
  await page.keyboard.press("s");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Tomorrow/ })
    .click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole("region", { name: "What was done last" })).toContainText(`${merchant.account_name} is put off`);
  await page.getByLabel("How it stands").selectOption("Put off");
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: /^Open it again/ }).click();
  await expect(row).toHaveCount(0);

  const colleague = rowOf(operator.page, merchant.account_name);
  await expect(colleague).toBeVisible({ timeout: 30_000 });
  await colleague.getByRole("link", { name: merchant.account_name }).focus();
  await operator.page.keyboard.press("e");
  await expect(colleague).toHaveCount(0);
  await page.goto("/attention?tab=all&show=done&environment=test&rule=product-disabled");
  await expect(row).toContainText(`by ${operator.person.name}`);
});

test("Somebody gives a thing to a colleague and says by when; it begins anew only after Klarna has enabled the product again", async ({
  somebody,
  klarna,
  place,
}) => {
  const operator = await somebody("operations");
  const agent = await somebody("support");
  const merchant = await onboard(operator);
  const [product] = await klarnasProducts(operator, merchant.account_id);
  const decide = (decision: "disable-by-klarna" | "enable-by-klarna") => klarna.decideProduct(product?.product_id ?? "", decision);
  await decide("disable-by-klarna");
  const { page } = operator;
  await page.goto("/attention?tab=all&environment=test&rule=product-disabled");
  const row = rowOf(page, merchant.account_name);
  await refreshUntil(page, row);
  await row.getByRole("button", { name: /^Who and by when/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Who takes care of it" }).fill(agent.person.name);
  await page.getByRole("option", { name: agent.person.name }).click();
  await dialog.getByLabel("Due by the end of").fill("");
  await dialog.getByRole("button", { name: "Set who and when" }).click();
  await expect(dialog.getByText("Choose a day")).toBeVisible();
  const nextMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel("Due by the end of").fill(nextMonth);
  await dialog.getByRole("button", { name: "Set who and when" }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText(agent.person.name);

  await agent.page.goto("/attention");
  const mine = rowOf(agent.page, merchant.account_name);
  await expect(mine).toBeVisible();
  await mine.getByRole("button", { name: /^Done/ }).click();
  await expect(mine).toHaveCount(0);
  await agent.page.getByRole("button", { name: "Undo" }).click();
  await expect(mine).toBeVisible();
  await mine.getByRole("button", { name: /^Done/ }).click();
  await expect(mine).toHaveCount(0);

  const items = async () =>
    place.query<{ done: boolean; closed: boolean }>(
      "SELECT done_at IS NOT NULL AS done, closed_at IS NOT NULL AS closed FROM attention WHERE account_id = $1 AND rule = 'product-disabled' ORDER BY opened_at",
      [merchant.account_id],
    );
  await decide("enable-by-klarna");
  await expect.poll(items, { timeout: 90_000 }).toEqual([{ done: true, closed: true }]);
  await decide("disable-by-klarna");
  await expect.poll(items, { timeout: 90_000 }).toEqual([
    { done: true, closed: true },
    { done: false, closed: false },
  ]);
});

test("An auditor sees what needs attention, and can do nothing about it; the keys are explained", async ({ somebody, klarna }) => {
  const merchant = await onboard(await somebody("operations"));
  await klarna.decide(merchant.account_id, "disable-by-klarna");
  const { page } = await somebody("auditor");
  await page.goto("/attention?rule=product-disabled");
  await expect(rowOf(page, merchant.account_name)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("link", { name: /^All/ })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("button", { name: /Take care|Put it off|^Done/ })).toHaveCount(0);
  await alive(rowOf(page, merchant.account_name));
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("To the next merchant");
  await expect(page.getByRole("dialog", { name: "Keys" })).not.toContainText("Mark it as done");
});

test("Whoever can't see or can't point uses the inbox, its questions and its help", async ({ somebody }) => {
  const { page } = await somebody("support");
  await page.goto("/attention?tab=all");
  // The desk comes by once a minute, and the page looks by itself.
  await expect(page.getByRole("table", { name: "What needs attention" })).toBeVisible({ timeout: 90_000 });
  await expectAccessible(page, "what needs attention");
  await page
    .getByRole("button", { name: /^Put it off/ })
    .first()
    .click();
  await expect(page.getByLabel("Or a day of your choice")).toBeVisible();
  await expectAccessible(page, "putting something off");
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: /^Who and by when/ })
    .first()
    .click();
  await expect(page.getByRole("combobox", { name: "Who takes care of it" })).toBeVisible();
  await expectAccessible(page, "who takes care of something");
  await page.goto("/attention?tab=mine&rule=stuck");
  await expect(page.getByText(/^Nothing/)).toBeVisible();
  await expectAccessible(page, "nothing of a kind");
});
