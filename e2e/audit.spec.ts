import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { expectAccessible } from "./stage/accessible";
import { onboard } from "./stage/merchant";
import type { Place } from "./stage/place";
import { expect, test } from "./stage/story";

// The log is tampered with.
test.use({ alone: true });
test.describe.configure({ timeout: 180_000 });

const project = path.resolve(import.meta.dirname, "..");

/** What `npm run audit` says, and whether it is content. Not waited for in one piece: the gate to the database is in this process. */
function prove({ env }: Place, ...args: readonly string[]): Promise<{ readonly whole: boolean; readonly words: string }> {
  const command = ["--import", "tsx", "--conditions=react-server", "scripts/audit.ts", ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: project, env: env as NodeJS.ProcessEnv }, (error, stdout, stderr) =>
      resolve({ whole: error === null, words: `${stdout}${stderr}` }),
    );
  });
}

async function asSuperuser({ query }: Place, statement: string): Promise<void> {
  await query("ALTER TABLE audit_entries DISABLE TRIGGER USER");
  await query(statement);
  await query("ALTER TABLE audit_entries ENABLE TRIGGER USER");
}

test("The auditor proves that the log is whole, and notices when it isn't", async ({ somebody, own, expectErrors }) => {
  expectErrors(/status of (403|404)/);
  const visitor = await somebody("operations");
  const merchant = await onboard(visitor);
  await visitor.page.goto("/settings/audit");
  await expect(visitor.page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  await visitor.context.request.get("/api/desk/audit");

  const { page } = await somebody("auditor");
  await page.goto("/settings/audit");
  await expect(page.getByRole("table")).toBeVisible();
  await expectAccessible(page, "the audit log");
  await page.getByLabel("Outcome").selectOption("refused");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/outcome=refused/);
  await expect(page.getByRole("row").nth(1)).toContainText(visitor.person.name);
  await page.getByRole("link", { name: "Clear", exact: true }).click();
  await expect(page).not.toHaveURL(/outcome/);
  await page.getByLabel("Operation").selectOption("accounts.onboard");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/operation=accounts.onboard/);
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  const [head = "", ...lines] = readFileSync((await (await saved).path()) ?? "", "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines[0]).toContain(merchant.account_id);
  const operation = head.split(",").indexOf("operation");
  expect(new Set(lines.map((line) => line.split(",")[operation]))).toEqual(new Set(["accounts.onboard"]));
  await page
    .getByRole("link", { name: /Had it confirmed by Klarna/ })
    .first()
    .click();
  await expect(page.getByRole("table", { name: "Before and after" })).toContainText(merchant.account_name);
  await expect(page.getByRole("table", { name: "Before and after" })).toContainText("•••");
  await expect(page.locator("body")).not.toContainText("Lagerkvist");
  await expectAccessible(page, "an entry of the log");

  const heads = path.join(mkdtempSync(path.join(os.tmpdir(), "partner-desk-heads-")), "heads");
  expect(await prove(own, "heads", heads)).toMatchObject({ whole: true });
  expect(await prove(own, "against", heads)).toMatchObject({ whole: true, words: expect.stringContaining("It fits all 1 heads") });

  await asSuperuser(own, "UPDATE audit_entries SET role = 'admin' WHERE link = 2");
  expect(await prove(own)).toMatchObject({ whole: false, words: expect.stringContaining("broken at link 2") });
  await asSuperuser(own, "UPDATE audit_entries SET role = NULL WHERE link = 2");
});

test("The newest entries are taken away: only the heads that were kept outside tell", async ({ somebody, own }) => {
  const { page } = await somebody("auditor");
  await page.goto("/settings/audit");
  const heads = path.join(mkdtempSync(path.join(os.tmpdir(), "partner-desk-heads-")), "heads");
  await own.query("INSERT INTO audit_entries (kind) SELECT 'refused' FROM generate_series(1, 10)");
  expect(await prove(own, "heads", heads)).toMatchObject({ whole: true });
  await asSuperuser(own, "DELETE FROM audit_entries WHERE link > (SELECT max(link) - 5 FROM audit_entries)");
  expect(await prove(own, "against", heads)).toMatchObject({ whole: false, words: expect.stringContaining("The newest entries are gone") });
});
