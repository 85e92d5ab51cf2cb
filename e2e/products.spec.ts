import { expectAccessible } from "./stage/accessible";
import { ageProof, confirmAtSecondAsking, passwordOf } from "./stage/password";
import { serial } from "./stage/person";
import { fillSuspension, manageable, openProducts, product, productId, steps } from "./stage/products";
import { expect, test } from "./stage/story";

test.describe.configure({ mode: "parallel", timeout: 180_000 });

test("A support agent suspends a fraudulent merchant during a call once he has confirmed that it is him, and reactivates it after", async ({
  somebody,
  place,
  expectErrors,
}) => {
  expectErrors(/status of (400|403).*suspend/);
  const [agent, operator, finance] = [await somebody("support"), await somebody("operations"), await somebody("finance")];
  const group = { account_group_reference: `GROUP-${serial()}` };
  const merchant = await manageable(operator, group);
  await manageable(operator, group);
  const { page } = agent;
  const password = await passwordOf(place, agent.person);
  const dialog = page.getByRole("dialog", { name: `of ${merchant.account_name}?` });

  // From the overview, where a call begins.
  await page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}`);
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Products" }).click();
  await expect(product(page).getByText("Enabled", { exact: true })).toBeVisible();
  await expect(page.getByText("Your role can't change a product's category: ask somebody in admin or operations.")).toBeVisible();
  await expectAccessible(page, "a merchant's products");

  await fillSuspension(page, "Fraud", "Stolen cards since noon");
  await expect(dialog).toContainText(/What was going on(No settlement report that the desk has loaded names this merchant|Nobody can say)/);
  for (const words of ["New payments", "Refunds, disputes", "up to 10 minutes", "the merchant's only product", "1 other merchant of its group"])
    await expect(dialog).toContainText(words);
  // What says the environment on the page is behind the veil, so the question says it itself.
  await expect(dialog.getByText("TEST", { exact: true })).toBeVisible();
  await expect(dialog.getByText("LIVE", { exact: true })).toBeHidden();
  const suspend = dialog.getByRole("button", { name: `Suspend ${merchant.account_name}` });
  await expect(suspend).toHaveAttribute("aria-disabled", "true");
  await expectAccessible(page, "suspending a product");
  await dialog.getByLabel(`Type ${merchant.account_name}`).fill(merchant.account_name);
  await dialog.getByLabel("Ticket number").fill("call her back");
  await suspend.click();
  await expect(dialog.getByText("Only the number, as in CASE-1234")).toBeVisible();

  // The dialog closes, the caller goes on talking; what was typed is there still.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Suspend …" }).click();
  await expect(dialog.getByRole("textbox", { name: "Details" })).toHaveValue("Stolen cards since noon");
  await dialog.getByLabel("Ticket number").fill("CASE-4711");
  await dialog.getByLabel(`Type ${merchant.account_name}`).fill(merchant.account_name);
  await ageProof(place, agent.person);
  await suspend.click();
  await confirmAtSecondAsking(page, password, () => suspend.dblclick());
  await expect(dialog).toBeHidden();
  // Others may suspend their merchants meanwhile, so it is counted by this one.
  const asked = "SELECT tries FROM operations WHERE account_id = $1 AND name = 'paymentProducts.disable'";
  expect(await place.query(asked, [merchant.account_id])).toEqual([{ tries: 1 }]);

  await expect(product(page).getByText("Disabled by your team")).toBeVisible();
  for (const step of [/^Requested \d\d:\d\d:\d\d/, /^Accepted by Klarna \d\d:\d\d:\d\d/, /^Confirmed by webhook \d\d:\d\d:\d\d/])
    await expect(steps(page).getByText(step)).toBeVisible({ timeout: 30_000 });
  await expect(product(page)).toContainText("Your team can enable it again");
  await expect(product(page)).toContainText("Stolen cards since noon");
  await expectAccessible(page, "a suspended product");

  // Somebody who only reads sees the same, and what they can't do.
  await openProducts(finance.page, merchant);
  await expect(finance.page.getByText("Your role can't reactivate products: ask somebody in admin, operations or support.")).toBeVisible();
  await expect(product(finance.page).getByRole("button", { name: /…$/ })).toHaveCount(0);

  await page.getByRole("button", { name: "Reactivate …" }).click();
  for (const words of ["It was suspended for fraud", "Stolen cards since noon", agent.person.name, "CASE-4711"]) await expect(dialog).toContainText(words);
  await expectAccessible(page, "reactivating a product");
  await dialog.getByRole("button", { name: `Reactivate ${merchant.account_name}` }).click();
  await expect(product(page).getByText("Enabled", { exact: true })).toBeVisible();
  await expect(steps(page).getByText(/^Confirmed by webhook/)).toBeVisible({ timeout: 30_000 });

  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Suspension of the payment product, for fraud: Stolen cards since noon" })).toContainText(
    "CASE-4711",
  );
  const logged = await place.query<{ text: string }>("SELECT a::text AS text FROM audit_entries a WHERE account_id = $1", [merchant.account_id]);
  expect(logged.map(({ text }) => text).join()).not.toContain("Stolen cards");
});

test("What Klarna disabled or ended isn't offered, and why stands beside it; the desk doesn't know who suspended what it didn't", async ({
  somebody,
  klarna,
  place,
}) => {
  const operator = await somebody("operations");
  const { page, context } = operator;
  const [off, ended, elsewhere] = [await manageable(operator), await manageable(operator), await manageable(operator)];
  await klarna.decideProduct(await productId(operator, off), "disable-by-klarna");
  await openProducts(page, off);
  await expect(product(page).getByText("Disabled by Klarna")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Reactivate isn't offered: Klarna disabled it, so only Klarna can enable it again")).toBeVisible();
  await expect(page.getByRole("button", { name: "Reactivate …" })).toHaveAttribute("aria-disabled", "true");
  await expect(product(page)).toContainText("Decision of Klarna's risk and compliance team");
  await expect(product(page)).toContainText("Compliance decision id");
  await expectAccessible(page, "a product that Klarna disabled");

  await klarna.decideProduct(await productId(operator, ended), "terminate");
  await openProducts(page, ended);
  await expect(product(page).getByText("Terminated by Klarna")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Change category isn't offered: Klarna has ended it")).toBeVisible();

  // As if the partner's own system had done it, past this desk.
  const search = new URLSearchParams({ account_id: elsewhere.account_id, product_id: "default" });
  const done = await context.request.post(`/api/klarna/test/paymentProducts.disable?${search}`, {
    headers: { "x-attempt": crypto.randomUUID() },
    data: { reason: "VOLUNTARY", reason_details: "Moved house" },
  });
  expect(done.status()).toBe(200);
  await place.query("DELETE FROM operations WHERE account_id = $1 AND name LIKE 'paymentProducts.%'", [elsewhere.account_id]);
  await openProducts(page, elsewhere);
  await page.getByRole("button", { name: "Reactivate …" }).click({ timeout: 30_000 });
  await expect(page.getByRole("dialog")).toContainText("Moved house");
  await expect(page.getByRole("dialog")).toContainText("Somebody of your company, but not by this desk");
  await expect(page.getByRole("dialog")).toContainText("Not known here");
});

test("An operator changes a merchant's category, found by another word for it, and is told which enabled program doesn't fit", async ({ somebody }) => {
  const operator = await somebody("operations");
  const { page, context } = operator;
  const merchant = await manageable(operator);
  const search = new URLSearchParams({ account_id: merchant.account_id, product_id: "default" });
  const programs = await (await context.request.get(`/api/klarna/test/paymentPrograms.listForProduct?${search}&enablement_type=OPTIONAL`)).json();
  const [program] = programs.payment_programs;
  const enabled = await context.request.post(`/api/klarna/test/paymentProgramEnablements.create?${search}`, {
    headers: { "x-attempt": crypto.randomUUID() },
    data: {
      payment_program_id: program.payment_program_id,
      enablement_criteria: { customer_countries: ["SE"], merchant_category_codes: ["5712"] },
      effective_from: "2026-01-01T00:00:00Z",
      effective_to: "2090-01-01T00:00:00Z",
    },
  });
  expect(enabled.status(), await enabled.text()).toBe(200);

  await openProducts(page, merchant);
  await page.getByRole("button", { name: "Change category …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "New category" }).fill("flower");
  await dialog.getByRole("option", { name: "Florists 5992" }).click();
  await expect(dialog.getByText("1 of 1 doesn't fit")).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByText("It was made for 5712 only.")).toBeVisible();
  await expectAccessible(page, "changing a category");
  await dialog.getByRole("combobox", { name: "New category" }).fill("5732");
  await dialog.getByRole("option", { name: /5732/ }).click();
  await dialog.getByRole("button", { name: "Change to 5732" }).click();
  await expect(dialog).toBeHidden();
  await expect(product(page).getByText(/\(5732\)/)).toBeVisible({ timeout: 30_000 });
  await expect(steps(page).getByText(/^Read again from Klarna/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Klarna announces no change of category.")).toBeVisible();
});

test("Whoever looks at the profiles sees what each carries, and goes on to the merchants that use it", async ({ somebody }) => {
  const operator = await somebody("operations");
  const { page } = operator;
  const merchant = await manageable(operator);
  await openProducts(page, merchant);
  await page.getByRole("link", { name: "What it carries" }).click();
  await expect(page.getByRole("heading", { name: "Distribution profiles" })).toBeVisible();
  const standard = page.getByRole("region", { name: "Standard" });
  await expect(standard.getByText(/^Version \d+ since/).first()).toBeVisible();
  await expectAccessible(page, "the distribution profiles");
  await standard.getByRole("link", { name: /known to the desk/ }).click();
  await expect(page.getByRole("button", { name: "Remove Profile: Standard" })).toBeVisible();
  await expect(page.getByRole("link", { name: merchant.account_name })).toBeVisible();
});
