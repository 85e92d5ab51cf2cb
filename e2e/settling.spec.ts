import { expectAccessible } from "./stage/accessible";
import { onboard } from "./stage/merchant";
import { expect, test } from "./stage/story";
import { refreshUntil } from "./stage/waiting";
import { fillLeast, madeUpMerchant, sendButton, startWizard } from "./stage/wizard";

// What is broken here is broken for all who share it.
test.use({ alone: true });
test.describe.configure({ mode: "parallel", timeout: 180_000 });

test("Nobody could say for a day whether a merchant was created: an operator finds out, says so, and the draft becomes the merchant", async ({
  somebody,
  klarna,
  place,
  expectErrors,
}) => {
  const { page, person } = await somebody("operations");
  const auditor = await somebody("auditor");
  const merchant = madeUpMerchant();
  expectErrors(/status of (400|504)/);
  await startWizard(page);
  await fillLeast(page, merchant);
  const draft = new URL(page.url()).pathname;
  await klarna.sendWebhooksNowhere();
  await klarna.break("accounts.onboard", "cut-after");
  await sendButton(page, merchant).click();
  await expect(page.getByText("Nobody can say yet whether Klarna created this merchant")).toBeVisible();
  await place.query("UPDATE operations SET first_sent_at = now() - interval '2 days', sent_at = now() - interval '2 days' WHERE state IN ('sent', 'unknown')");
  await expect
    .poll(
      async () =>
        (
          await place.query<{ open: boolean }>("SELECT next_try_at IS NULL AND state = 'unknown' AS open FROM operations WHERE account_reference = $1", [
            merchant.reference,
          ])
        )[0]?.open,
      { timeout: 30_000 },
    )
    .toBe(true);
  await klarna.mend();

  await page.goto(draft);
  await page.getByRole("link", { name: "The unclear operations" }).click();
  await expect(page.getByRole("heading", { name: "Unclear operations" })).toBeVisible();
  await expectAccessible(page, "unclear operations");
  await page
    .getByRole("row", { name: new RegExp(merchant.reference) })
    .getByRole("link")
    .click();
  await expect(page.getByText("Needs a person")).toBeVisible();
  await expect(page.getByText("It is never sent again")).toBeVisible();
  await expect(page.getByText("No merchant with its reference has turned up here since")).toBeVisible();
  await expect(page.getByRole("button", { name: "Ask again now" })).toHaveCount(0);
  await expectAccessible(page, "an unclear operation");
  await page.getByRole("button", { name: "Copy for Klarna support" }).click();
  const told = page.getByRole("dialog").getByRole("textbox");
  await expect(told).toHaveValue(/Operation: POST \/v2\/distribution\/onboard\n(.*\n)*Idempotency key: [0-9a-f-]{36}\nOutcome: not known/);
  expect(await told.inputValue()).not.toContain(merchant.owner.email);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "It was done" }).click();
  await expectAccessible(page, "the question how one knows");
  await page.getByLabel("How you know").selectOption({ label: "Klarna's support told me" });
  await page.getByLabel("Note").fill("Ticket 4711");
  await page.getByLabel("The merchant's account id").fill("krn:partner:global:account:test:NOBODY");
  await page.getByRole("button", { name: "Settle it as done" }).click();
  await expect(page.getByText("Klarna knows no such account")).toBeVisible();
  const accounts = await klarna.accounts();
  const made = accounts.find(({ account_reference }) => account_reference === merchant.reference);
  await page.getByLabel("The merchant's account id").fill(made?.account_id ?? "");
  await page.getByRole("button", { name: "Settle it as done" }).click();
  await expect(page.getByText("It was done", { exact: true })).toBeVisible();
  await expect(page.getByRole("list", { name: "What is known" })).toContainText("Ticket 4711");

  await page.getByRole("link", { name: "The merchant's page" }).first().click();
  await expect(page.getByRole("list", { name: "What happened" })).toContainText(new RegExp(`${person.name} found out after .+: it was done`));
  await page.goto(draft);
  await expect(page).toHaveURL(/\/test\/merchants\/krn/);
  expect(await klarna.accountsCalled(merchant.reference)).toBe(1);

  await auditor.page.goto("/settings/audit?kind=operation-settled");
  await auditor.page
    .getByRole("link", { name: /Settled what was unclear/ })
    .first()
    .click();
  await expect(auditor.page.getByText("klarna-support")).toBeVisible();
  await expect(auditor.page.getByText("Ticket 4711")).toHaveCount(0);
});

test("A removal whose answer was lost is settled by a look at Klarna, and the merchant's timeline says so", async ({ somebody, klarna, expectErrors }) => {
  const visitor = await somebody("operations");
  const { page, context } = visitor;
  expectErrors(/status of 504/);
  const bank = { bank_account_type: "IBAN", account_holder: "Åkerbär", bic: "NDEASESSXXX", iban: "SE4550000000058398257466" };
  const { account_id } = await onboard(visitor, { extra_account_data: { settlement_information: { settlement_enabled: true, bank_accounts: [bank] } } });
  const list = `/api/klarna/test/bankAccounts.list?${new URLSearchParams({ account_id })}`;
  const operational = async () => (await (await context.request.get(`/api/klarna/test/accounts.get?${new URLSearchParams({ account_id })}`)).json()).state;
  await expect.poll(operational, { timeout: 30_000 }).toBe("OPERATIONAL");
  const [{ bank_account_id }] = await (await context.request.get(list)).json();
  await klarna.break("bankAccounts.delete", "cut-after", { times: 1 });
  const removed = await context.request.delete(`/api/klarna/test/bankAccounts.delete?${new URLSearchParams({ account_id, bank_account_id })}`, {
    headers: { "x-attempt": crypto.randomUUID() },
  });
  expect(removed.status()).toBe(504);
  await page.goto(`/test/merchants/${encodeURIComponent(account_id)}`);
  await refreshUntil(page, page.getByRole("list", { name: "What happened" }).getByText("Klarna shows that it was done"));
  expect(await (await context.request.get(list)).json()).toEqual([]);
});

test("An operator asks for a bank account again, looks at Klarna for another that was to go, and says that this one wasn't done", async ({
  somebody,
  klarna,
  place,
  expectErrors,
}) => {
  const visitor = await somebody("operations");
  const { page, context } = visitor;
  expectErrors(/status of (400|409|504)/);
  const { account_id } = await onboard(visitor);
  const door = (name: string, more = {}) => `/api/klarna/test/${name}?${new URLSearchParams({ account_id, ...more })}`;
  const operational = async () => (await (await context.request.get(door("accounts.get"))).json()).state;
  await expect.poll(operational, { timeout: 30_000 }).toBe("OPERATIONAL");
  const headers = () => ({ "x-attempt": crypto.randomUUID() });
  const listed = async (): Promise<readonly { readonly bank_account_id: string }[]> => (await context.request.get(door("bankAccounts.list"))).json();
  // What the desk would try or look at by itself waits, so that it is the buttons that do it.
  const openUnclear = async (name: string) => {
    let id: string | undefined;
    // One that is on its way at this moment would have its next try set when it is settled.
    const wait = async () => {
      const [unclear] = await place.query<{ id: string }>(
        `UPDATE operations SET next_try_at = CASE WHEN next_try_at IS NOT NULL THEN now() + interval '1 hour' END, next_look_at = NULL
         WHERE account_id = $1 AND name = $2 AND state = 'unknown' RETURNING id`,
        [account_id, name],
      );
      id = unclear?.id;
      return id;
    };
    await expect.poll(wait).toBeDefined();
    await page.goto(`/settings/operations/${id}`);
  };

  await klarna.break("bankAccounts.create", "cut-before");
  const bank = { bank_account_type: "IBAN", account_holder: "Åkerbär", bic: "NDEASESSXXX", iban: "SE4550000000058398257466" };
  expect((await context.request.post(door("bankAccounts.create"), { headers: headers(), data: bank })).status()).toBe(504);
  await openUnclear("bankAccounts.create");
  const known = page.getByRole("list", { name: "What is known" });
  const silences = known.getByText("Klarna didn't answer");
  const so = await silences.count();
  await page.getByRole("button", { name: "Ask again now" }).click();
  await expect.poll(() => silences.count()).toBeGreaterThan(so);
  await openUnclear("bankAccounts.create");
  await klarna.mend();
  await page.getByRole("button", { name: "Ask again now" }).click();
  await expect(page.getByText("It was done", { exact: true })).toBeVisible();
  const [made] = await listed();
  expect(made).toBeDefined();

  await klarna.break("bankAccounts.delete", "cut-before");
  const removal = door("bankAccounts.delete", { bank_account_id: made?.bank_account_id ?? "" });
  expect((await context.request.delete(removal, { headers: headers() })).status()).toBe(504);
  await klarna.mend();
  await openUnclear("bankAccounts.delete");
  const looks = known.getByText("It is still at Klarna");
  const before = await looks.count();
  await page.getByRole("button", { name: "Look at Klarna now" }).click();
  await expect(looks).toHaveCount(before + 1);
  await page.getByRole("button", { name: "It was not done …" }).click();
  const question = page.getByRole("dialog", { name: "It was not done: how do you know?" });
  await question.getByRole("button", { name: "Settle it as not done" }).click();
  await expect(question.getByLabel("How you know")).toHaveAttribute("aria-invalid", "true");
  await question.getByLabel("How you know").selectOption({ label: "Klarna's support told me" });
  await question.getByRole("button", { name: "Settle it as not done" }).click();
  await expect(question.getByText("Wait three minutes after the last try")).toBeVisible();
  await place.query("UPDATE operations SET sent_at = sent_at - interval '10 minutes' WHERE account_id = $1 AND name = 'bankAccounts.delete'", [account_id]);
  await question.getByRole("button", { name: "Settle it as not done" }).click();
  await expect(page.getByText("It was not done", { exact: true })).toBeVisible();
  await expect(page.getByText("It can be corrected and sent again by whoever wants it.")).toBeVisible();
  expect(await listed()).toHaveLength(1);
});
