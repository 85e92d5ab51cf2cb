import { expect, test } from "./stage/story";

test.describe.configure({ timeout: 120_000 });

test("Somebody reads what a plan has, what changes on which date, and what a program is", async ({ somebody, expectErrors }) => {
  expectErrors(/404/);
  const { page } = await somebody("finance");
  await page.goto("/test/programs");
  const plan = page.getByRole("table", { name: "Versions: Plan of Standard, High volume, Pay later only" });
  await expect(plan.getByRole("row").nth(1)).toHaveAccessibleName(/^Version 3 Coming 1 Jan \d{4} Open/);
  await plan.getByRole("link", { name: "Version 2", exact: true }).click();
  await page.getByRole("combobox", { name: "Country" }).fill("Netherl");
  await page.getByRole("option", { name: /Netherlands/ }).click();
  await expect(page.getByText("26 of 312 places")).toBeVisible();
  await expect(page).toHaveURL(/country=NL/);
  const first = page.getByRole("table", { name: "Programs by category, country and currency" }).getByRole("row").nth(1);
  await expect(first).toHaveAccessibleName(/^Hardware Stores 5251 Netherlands EUR Always on Optional Optional Klarna approves Optional/);
  await page.getByRole("link", { name: /^See what changes on/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Pay in 3" })).toContainText("Financing: removed at 26 places");
  await page.getByRole("combobox", { name: "Country" }).fill("Netherl");
  await page.getByRole("option", { name: /Netherlands/ }).click();
  const changed = page.getByRole("table", { name: "What differs between version 2 and version 3" }).getByRole("row").nth(1);
  await expect(changed).toHaveAccessibleName(/Netherlands EUR Pay in 3 Changed Optional Klarna approves$/);
  await page.goto("/test/programs");
  await plan.getByRole("link", { name: "Version 1", exact: true }).click();
  await page.getByLabel("Compared with").selectOption("2");
  await expect(page.getByText("removed at 312 places")).toBeVisible();
  await page.getByLabel("Program").selectOption({ label: "Financing - Interest Free" });
  await expect(page).toHaveURL(/program=/);
  const id = new URL(page.url()).searchParams.get("program") ?? "";
  await page.goto(`/test/programs/${encodeURIComponent(id)}`);
  await expect(page.getByRole("heading", { name: "Financing - Interest Free" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("26 categories in 12 countries");
  await expect(page.getByRole("main")).toContainText("FundingFinancing");
  await page.goto("/test/programs/plans/krn:none");
  await expect(page.getByText("This version of the plan couldn't be read")).toBeVisible();
});
