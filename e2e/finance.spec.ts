import { randomUUID } from "node:crypto";

import { ask } from "./stage/ask";
import { onboard, owner } from "./stage/merchant";
import { expect, test } from "./stage/story";

test("A finance person sees no way to onboard, and the API refuses too", async ({ place, somebody, klarna, expectErrors }) => {
  const { page, person } = await somebody("finance");
  await page.goto("/test/merchants");
  await expect(page.getByRole("heading", { name: "Merchants" })).toBeVisible();
  await expect(page.getByRole("link", { name: /onboard/i })).toHaveCount(0);
  expectErrors(/status of 40[34]/);
  await page.goto("/test/merchants/new");
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
  await page.goto(`/test/merchants/new/${randomUUID()}`);
  await expect(page.getByText("There is nothing at this address")).toBeVisible();

  await page.goto("/test/merchants");
  const before = await klarna.received("accounts.migrate");
  const headers = { "x-attempt": randomUUID() };
  for (const [path, asked] of [
    ["/api/klarna/test/accounts.migrate", { method: "POST", headers, body: "{}" }],
    ["/api/klarna/test/accounts.onboard", { method: "POST", headers, body: "{}" }],
    ["/api/desk/drafts", { method: "POST", body: JSON.stringify({ environment: "test", title: "", content: {} }) }],
    ["/api/desk/drafts?environment=test", {}],
    [`/api/desk/drafts/${randomUUID()}/repeat`, { method: "POST", body: JSON.stringify({ environment: "test" }) }],
  ] as const) {
    const { status, answer } = await ask(page, path, asked);
    expect([status, answer?.code], path).toEqual([403, "NOT_ALLOWED"]);
  }
  expect(await klarna.received("accounts.migrate"), "Klarna wasn't asked").toBe(before);
  const refused = await place.query<{ operation: string }>("SELECT operation FROM audit_entries WHERE kind = 'refused' AND person_id = $1 ORDER BY id", [
    person.id,
  ]);
  const pages = ["page (merchants:write)", "page (merchants:write)"];
  expect(refused.map(({ operation }) => operation)).toEqual([
    ...pages,
    "accounts.migrate",
    "accounts.onboard",
    "drafts.create",
    "drafts.list",
    "drafts.repeat",
  ]);
});

test("A finance person doesn't see who owns a merchant, neither on the page nor in what the page is sent", async ({ somebody }) => {
  const merchant = await onboard(await somebody("operations"));
  const { page } = await somebody("finance");
  const read = page.waitForResponse(/\/file\?/);
  await page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}`);
  const sent = await (await read).text();
  for (const secret of Object.values(owner)) expect(sent).not.toContain(secret);
  await expect(page.getByRole("region", { name: "Owner" })).toContainText("Not shown to your role.");
  await expect(page.getByRole("link", { name: /Start a new one/ })).toHaveCount(0);
});
