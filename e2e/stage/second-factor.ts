import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";

/** On their account's page somebody begins to set up a second factor; answers the codes of their app by steps from now, and how one is typed. */
export async function beginFactor(page: Page) {
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await page.getByRole("button", { name: "Show the key" }).click();
  const key = ((await page.getByRole("dialog").locator("code").textContent()) ?? "").replaceAll(" ", "");
  return {
    code: (steps: number) => new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + steps * 30_000 }),
    type: async (code: string) => {
      await page.getByLabel("The code that your app shows now").fill(code);
      await page.getByRole("button", { name: "Check the code" }).click();
    },
  };
}

/** The recovery codes that are shown, which are then put away. */
export async function keepRecoveryCodes(page: Page): Promise<readonly string[]> {
  const list = page.getByRole("list", { name: "Recovery codes" });
  await list.waitFor();
  const codes = await list.getByRole("listitem").allTextContents();
  await page.getByRole("button", { name: "I have kept them" }).click();
  return codes;
}
