import { createHmac, randomUUID } from "node:crypto";

import { expectAccessible } from "./stage/accessible";
import { onboard } from "./stage/merchant";
import type { Place } from "./stage/place";
import { expect, test } from "./stage/story";

// What is broken here is broken for all who share it.
test.use({ alone: true });

/** A webhook as Klarna sends it, signed with the desk's own key; answers the status. */
async function announce({ deskUrl, env }: Place, accountId: string, eventId: string): Promise<number> {
  const [keyId = "", secret = ""] = env.KLARNA_TEST_WEBHOOK_KEYS?.split("=") ?? [];
  const metadata = { event_id: eventId, event_type: "partner.account.state-change.operational", occurred_at: new Date().toISOString(), live: false };
  const body = JSON.stringify({ metadata, payload: { account_id: accountId } });
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  const headers = { "klarna-signing-key-id": keyId, "klarna-signature": signature, "content-type": "application/json" };
  return (await fetch(`${deskUrl}/api/webhooks/klarna/test`, { method: "POST", headers, body })).status;
}

test("The database is away: open pages keep what they show and say so, new ones say what is wrong, webhooks are left to be sent again", async ({
  somebody,
  own,
  expectErrors,
}) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  const merchant = await onboard(visitor);
  const address = `/test/merchants/${encodeURIComponent(merchant.account_id)}`;
  await page.goto(address);
  await expect(page.getByRole("status").filter({ hasText: "Seen at Klarna" })).toBeVisible();
  await expect(page.getByRole("region", { name: "State" })).toContainText("SETUP_COMPLETE");
  const eventId = randomUUID();

  // A page that couldn't be made is thrown by React and has no head to name the desk's icon in.
  expectErrors(/status of 50[03]|React error #441/);
  own.gate.shut();
  // Unless the page has noticed by itself.
  await page.getByRole("button", { name: /Refresh|Try again/ }).click();
  await expect(page.getByText("The desk's database can't be reached.").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: merchant.account_name, level: 1 })).toBeVisible();
  await expect(page.getByRole("region", { name: "Owner" })).toContainText("Lagerkvist");
  expect(await announce(own, merchant.account_id, eventId)).toBe(503);
  expect((await page.request.get("/api/health")).status()).toBe(503);

  const fresh = await visitor.context.newPage();
  await fresh.goto(address);
  await expect(fresh.getByRole("heading", { name: "The desk's database can't be reached" })).toBeVisible();

  await expectAccessible(fresh, "a page that couldn't be made");
  own.gate.open();
  await fresh.getByRole("button", { name: "Try again" }).click();
  await expect(fresh.getByRole("heading", { name: merchant.account_name, level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Seen at Klarna" })).toBeVisible();
  expect(await announce(own, merchant.account_id, eventId)).toBe(200);
  expect(await announce(own, merchant.account_id, eventId), "the same once more").toBe(200);
  const [stored] = await own.query("SELECT duplicates, account_id FROM webhook_events WHERE event_id = $1", [eventId]);
  expect(stored).toEqual({ duplicates: 1, account_id: merchant.account_id });
});

test("What is typed while the database is away is kept on the page, and saved when it is back", async ({ somebody, own, expectErrors }) => {
  const { page } = await somebody("operations");
  await page.goto("/test/merchants/new");
  await page.getByRole("button", { name: "Start a new merchant" }).click();
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("Before it went");
  await expect(page.getByText(/^Saved/)).toBeVisible();
  expectErrors(/status of 503/);
  own.gate.shut();
  await name.fill("While it was away");
  await expect(page.getByText("Not saved yet: your text is kept here")).toBeVisible();
  own.gate.open();
  await page.getByRole("button", { name: "Try now" }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(name).toHaveValue("While it was away");
});

test("What is typed into a dialog of a page that is made anew is kept while the database is away, and saved when it is back", async ({
  somebody,
  own,
  expectErrors,
}) => {
  const { page } = await somebody("finance");
  await page.goto("/test/books");
  const accounts = page.getByRole("region", { name: "Accounts" });
  await page.getByRole("button", { name: "Change accounts" }).click();
  const number = page.getByRole("group", { name: /^Bank/ }).getByRole("textbox", { name: "Number" });
  await number.fill("1930");
  expectErrors(/status of 503/);
  own.gate.shut();
  await page.getByRole("button", { name: "Save accounts" }).click();
  await expect(page.getByText("The desk's own database can't be reached.")).toBeVisible();
  const asked = page.waitForResponse((response) => response.url().endsWith("/api/desk/sessions"));
  expect((await asked).status()).toBe(503);
  await expect(number).toHaveValue("1930");
  own.gate.open();
  await page.getByRole("button", { name: "Save accounts" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(accounts).toContainText("1930");
});
