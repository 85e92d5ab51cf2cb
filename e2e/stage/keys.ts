import { expect, type Page } from "@playwright/test";

/** One environment's part of the page of credentials, once Klarna has said what there is. */
export async function credentialsOf(page: Page, environment: "TEST" | "LIVE") {
  const section = page.getByRole("region", { name: environment, exact: true });
  await expect(section.getByText(/credentials? at Klarna/)).toBeVisible();
  return section;
}

/** Makes the desk's next key; answers it as it is shown, still on the screen. */
export async function makeNextKey(page: Page): Promise<string> {
  const section = await credentialsOf(page, "TEST");
  await section.getByRole("button", { name: /^Rotate (the desk's key|it again)$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Create the key" }).click();
  const shown = page.getByRole("dialog", { name: "The new key" });
  await expect(shown.getByText("Copy it now: it is shown this once")).toBeVisible();
  const key = (await shown.locator("code").textContent()) ?? "";
  expect(key).toMatch(/^klarna_test_api_\S{40,}$/);
  return key;
}
