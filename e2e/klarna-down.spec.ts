import { expectAccessible } from "./stage/accessible";
import { onboard } from "./stage/merchant";
import { expect, test } from "./stage/story";
import { fillLeast, goTo, madeUpMerchant, sendButton, startWizard, text } from "./stage/wizard";

// What is broken here is broken for all who share it.
test.use({ alone: true });
test.setTimeout(120_000);

test("Klarna is down for a minute and nobody loses work", async ({ somebody, klarna, own, expectErrors }) => {
  const [operator, admin] = [await somebody("operations"), await somebody("admin")];
  const merchant = await onboard(operator);
  const made = madeUpMerchant();
  await startWizard(operator.page);
  await fillLeast(operator.page, made);
  await expect(operator.page.getByText(/^Saved/)).toBeVisible();
  const watching = await operator.context.newPage();
  await watching.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}`);
  await expect(watching.getByRole("status").filter({ hasText: "Seen at Klarna" })).toBeVisible();
  await admin.page.goto("/settings/health");
  const klarnaTest = admin.page.getByRole("region", { name: "Klarna TEST" });
  await expect(klarnaTest).toContainText("Closed: Klarna is asked");
  await expectAccessible(admin.page, "health");

  // Down: what is read shows the last known with its age, and after a few tries nobody waits for what can't come.
  expectErrors(/status of 50\d/);
  await klarna.break("*", "503");
  await own.query(
    "INSERT INTO rereads (environment, account_id, due_at) VALUES ('test', $1, now()) ON CONFLICT (environment, account_id) DO UPDATE SET due_at = now()",
    [merchant.account_id],
  );
  await watching.reload();
  await expect(watching.getByRole("status").filter({ hasText: "This is what the desk saw" })).toBeVisible();
  await expect(watching.getByRole("heading", { name: merchant.account_name, level: 1 })).toBeVisible();
  await expect(async () => {
    await watching.getByRole("button", { name: "Try again" }).click();
    await admin.page.getByRole("button", { name: /Refresh|Try again/ }).click();
    await expect(klarnaTest).toContainText("Not answering", { timeout: 1_000 });
  }).toPass();
  await expectAccessible(admin.page, "health while Klarna is down");

  // What was typed is pressed all the same. It wasn't sent, or nobody can say: either way it is kept, and nothing is done twice.
  await sendButton(operator.page, made).click();
  await expect(operator.page.getByText(/The merchant wasn't created|Nobody can say yet whether Klarna created/).first()).toBeVisible();
  await operator.page.reload();
  await goTo(operator.page, "Merchant");
  await expect(text(operator.page, "Reference")).toHaveValue(made.reference);

  // Back: the desk notices by itself, and all goes through.
  await klarna.mend();
  await expect(watching.getByRole("status").filter({ hasText: "Seen at Klarna" })).toBeVisible({ timeout: 40_000 });
  const arrived = operator.page.getByRole("heading", { name: made.name, level: 1 });
  const isThere = () => klarna.accountsCalled(made.reference).then((count) => count > 0);
  await expect(async () => {
    if (!(await isThere())) {
      await goTo(operator.page, "Review");
      await sendButton(operator.page, made).click({ timeout: 2_000 });
    }
    expect(await isThere()).toBe(true);
  }).toPass({ timeout: 40_000 });
  await expect(arrived.or(operator.page.getByText(made.name)).first()).toBeVisible();
  expect(await klarna.accountsCalled(made.reference), "not twice").toBe(1);
  await expect.poll(() => own.query("SELECT 1 FROM operations WHERE state IN ('sent', 'unknown')"), { timeout: 30_000 }).toEqual([]);
  await expect.poll(() => own.query("SELECT 1 FROM rereads WHERE account_id = $1", [merchant.account_id]), { timeout: 30_000 }).toEqual([]);
  await admin.page.getByRole("button", { name: /Refresh|Try again/ }).click();
  await expect(klarnaTest).toContainText("Closed: Klarna is asked");
});
