import { expect, type Locator } from "@playwright/test";

/** Waits until React listens to what the server has drawn: on a busy machine a press before that comes to nothing, and a person presses again. */
export async function alive(element: Locator): Promise<Locator> {
  await expect.poll(() => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith("__reactProps")))).toBe(true);
  return element;
}
