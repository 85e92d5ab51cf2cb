import { spawnSync } from "node:child_process";
import { randomBytes, scryptSync } from "node:crypto";
import path from "node:path";

import type { Page } from "@playwright/test";

import type { Person } from "./person";
import type { Place } from "./place";
import { expect } from "./story";

const project = path.resolve(import.meta.dirname, "../..");

/** Gives a person a password, as it would be stored, and answers it. Cheaper to check than a real one. */
export async function passwordOf({ query }: Place, { id }: Person): Promise<string> {
  const password = `made up ${randomBytes(6).toString("hex")}`;
  const cost = { N: 2 ** 10, r: 8, p: 1 };
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, cost);
  const stored = ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), key.toString("base64")].join("$");
  await query("UPDATE people SET password_hash = $2 WHERE id = $1", [id, stored]);
  return password;
}

/** What `npm run user -- …` does, on this place's desk; answers what it prints. */
export function runUser({ env }: Place, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", "tsx", "--conditions=react-server", "scripts/user.ts", ...args], {
    cwd: project,
    // The door to Klarna stays closed to it: all it needs is the database.
    env: { ...process.env, ...env, KLARNA_TEST_API_KEY: "klarna_test_api_unused" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`npm run user failed: ${stderr}`);
  return stdout;
}

/** Somebody proved who they are so long ago that what is sensitive asks again. */
export async function ageProof({ query }: Place, { id }: Person): Promise<void> {
  await query("UPDATE sessions SET proved_at = now() - interval '11 minutes' WHERE person_id = $1", [id]);
}

/** Leaves the question who is there once, which does nothing; then asks for it anew by `again`, and answers it. */
export async function confirmAtSecondAsking(page: Page, password: string, again: () => Promise<void>): Promise<void> {
  const question = page.getByRole("dialog", { name: "Confirm that it is you" });
  await expect(question.getByLabel("Your password")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(page.getByText("Nothing was done: confirm that it is you")).toBeVisible();
  await again();
  await question.getByLabel("Your password").fill(password);
  await question.getByRole("button", { name: "Confirm and go on" }).click();
}
