import path from "node:path";
import { type Page, test } from "@playwright/test";

/** What is shown once and is nobody else's: keys, the picture of one, recovery codes. */
const secrets = "[role=dialog] code, dialog code, .qr, [aria-label='Recovery codes']";

/** Keeps a picture of what the page shows, where a folder for them is named: each screen and dialog that a story comes by. Secrets are covered. */
export async function takePicture(page: Page, what: string, how: "light" | "dark" | "phone"): Promise<void> {
  const folder = process.env.PICTURES_FOLDER;
  if (!folder) return;
  const story = path.basename(test.info().file, ".spec.ts");
  await page.screenshot({ path: path.join(folder, story, `${nameOf(test.info().title)}--${nameOf(what)}--${how}.png`), mask: [page.locator(secrets)] });
}

function nameOf(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60);
}
