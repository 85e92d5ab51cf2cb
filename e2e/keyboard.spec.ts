import type { Page } from "@playwright/test";

import { alive } from "./stage/alive";
import { onboard } from "./stage/merchant";
import { serial } from "./stage/person";
import { expectReachable, reachFaultsOn } from "./stage/reachable";
import { expect, test } from "./stage/story";
import { refreshUntil } from "./stage/waiting";

test.describe.configure({ mode: "parallel", timeout: 240_000 });

test("Whoever has only a keyboard gets to everything on the directory and where lists are brought in", async ({ somebody }) => {
  const visitor = await somebody("admin");
  const { page } = visitor;
  const group = `KEYS-${serial()}`;
  for (const _ of [1, 2]) await onboard(visitor, { account_group_reference: group });
  await page.goto(`/test/merchants?group=${group}`);
  await refreshUntil(page, page.getByRole("table").getByRole("rowheader").nth(1));
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(2);
  await expectReachable(page, "the list of merchants");
  for (const panel of ["Filters", "Columns", "All merchants"]) {
    await page.getByRole("button", { name: panel, exact: true }).click();
    await expect(page.locator("#list-panel").getByText(/Product state|Dense|Save as a new view/)).toBeVisible();
    await expectReachable(page, `the list of merchants, ${panel}`);
  }
  await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
  await expectReachable(page, "selected merchants");
  await page.goto("/test/merchants/import");
  await page.getByLabel("Account ids").fill("nonsense\nkrn:partner:global:account:test:NOBODY9");
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByText("1 account to read")).toBeVisible();
  await expectReachable(page, "bringing in");
});

test("Whoever walks up a list sees each row that they come to, below the table's head", async ({ somebody }) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  const group = `UP-${serial()}`;
  for (const _ of [1, 2]) await onboard(visitor, { account_group_reference: group });
  await page.goto(`/test/merchants?group=${group}`);
  await refreshUntil(page, page.getByRole("table").getByRole("rowheader").nth(1));
  await alive(page.getByRole("table"));
  await page.addStyleTag({ content: "main { padding-bottom: 100vh !important }" });
  const links = page.getByRole("table").getByRole("rowheader").getByRole("link");
  for (const _ of [1, 2]) await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.keyboard.press("k");
  await expect(links.first()).toBeFocused();
  const head = page.locator("thead th").first();
  const end = () => head.evaluate((cell) => cell.getBoundingClientRect().bottom);
  const begin = () => links.first().evaluate((link) => link.getBoundingClientRect().top);
  await expect.poll(async () => (await begin()) - (await end())).toBeGreaterThanOrEqual(0);
});

test("Whoever has only a keyboard gets to everything on the pages of the desk itself", async ({ somebody }) => {
  const { page, person } = await somebody("admin");
  const pages: readonly (readonly [address: string, ready: (page: Page) => ReturnType<Page["locator"]>])[] = [
    ["/settings/account", (shown) => shown.getByRole("button", { name: "Set up a second factor" })],
    ["/settings/team", (shown) => shown.getByRole("table")],
    [`/settings/team/${person.id}`, (shown) => shown.getByRole("heading", { name: "Sessions" })],
    ["/settings/jobs", (shown) => shown.getByRole("table", { name: "Kinds of jobs" })],
    ["/settings/operations", (shown) => shown.getByRole("heading", { name: "Unclear operations" })],
    ["/settings/audit?kind=proved", (shown) => shown.getByRole("heading", { name: "Audit log" })],
    ["/settings/keeping", (shown) => shown.getByRole("table")],
    ["/settings/health", (shown) => shown.getByRole("region", { name: "Database" })],
    ["/settings/webhooks?verdict=refused", (shown) => shown.getByRole("heading", { name: "Webhooks", level: 1 })],
    ["/settings/webhooks/address/live", (shown) => shown.getByText(/Klarna (doesn't know|sends LIVE's)/)],
  ];
  for (const [address, ready] of pages) {
    await page.goto(address);
    await expect(ready(page)).toBeVisible();
    await expectReachable(page, address);
  }
  await page.goto("/settings/team");
  await page.getByRole("button", { name: "Add a person" }).click();
  await expect(page.getByRole("dialog", { name: "Add a person" })).toBeVisible();
  await expectReachable(page, "adding a person");
});

test("What a keyboard can't get to, where the focus can't be seen, and what holds it, is found", async ({ page }) => {
  await page.setContent(`<button>Plain</button><button style="outline: none">Unseen</button><input aria-label="Trap" />
    <button>Behind the trap</button>`);
  await page.getByLabel("Trap").evaluate((trap) => trap.addEventListener("keydown", (event) => event.preventDefault()));
  expect(await reachFaultsOn(page)).toEqual({ unreached: ["button Behind the trap"], unseen: ["button Unseen"] });
});
