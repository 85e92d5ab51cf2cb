import { expect, test } from "./stage/story";

test("A name of a hundred letters without a space breaks on a telephone, and nothing scrolls sideways", async ({ somebody, place }) => {
  const { page } = await somebody("admin");
  const { person } = await somebody("support");
  const name = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzenderin".padEnd(98, "n");
  await place.query("DELETE FROM sessions WHERE person_id = $1", [person.id]);
  await place.query("UPDATE people SET name = $1 WHERE id = $2", [name, person.id]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/settings/team/${person.id}`);
  await expect(page.getByText(`${name} is signed in nowhere`)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("An admin's side bar fits a screen of 900 px; on a lower one it shows where one is", async ({ somebody }) => {
  const { page } = await somebody("admin");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/settings/keeping");
  const current = page.getByRole("complementary", { name: "Side bar" }).getByRole("link", { name: "Keeping" });
  const bar = page.getByRole("navigation", { name: "Main" }).locator("..");
  await expect(current).toHaveAttribute("aria-current", "page");
  expect(await bar.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  // In TEST the band takes some of it.
  await page.goto("/test/merchants");
  await expect(page.getByRole("heading", { level: 1, name: "Merchants" })).toBeVisible();
  expect(await bar.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);

  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto("/settings/keeping");
  await expect(current).toBeInViewport({ ratio: 1 });
});
