import { serial } from "./stage/person";
import { expect, test } from "./stage/story";

// What the team begins with, everybody begins with.
test.use({ alone: true });

test("An operator keeps a view for the team, changes it and makes it what all begin with; a colleague uses it and can't change it; then it is deleted", async ({
  somebody,
}) => {
  const [omar, sofia] = [await somebody("operations"), await somebody("support")];
  const { page } = omar;
  const [name, better] = [`Shops ${serial()}`, `Open shops ${serial()}`];
  await page.goto("/test/merchants?country=SE");
  await page.getByRole("button", { name: "All merchants" }).click();
  await page.getByRole("button", { name: "Save as a new view" }).click();
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByText("Give the view a name")).toBeVisible();
  await page.getByLabel("Name of the view").fill(name);
  await page.getByLabel("For the whole team").check();
  await page.getByRole("button", { name: "Save view" }).click();
  const kept = page.getByRole("list", { name: "Saved views" });
  await expect(kept.getByRole("link", { name })).toContainText(`team, by ${omar.person.name}`);

  await expect(page).toHaveURL(/view=/);
  await page
    .getByRole("group", { name: "State" })
    .getByRole("button", { name: /^Operational/ })
    .click();
  await expect(page).toHaveURL(/state=OPERATIONAL/);
  await page.getByRole("button", { name: `Update ${name}` }).click();
  await expect(page.getByRole("button", { name: `Update ${name}` })).toHaveCount(0);
  await page.getByRole("button", { name: "Rename or share" }).click();
  await page.getByLabel("Name of the view").fill(better);
  await page.getByRole("button", { name: `Save ${name}` }).click();
  await expect(kept.getByRole("link", { name: better })).toBeVisible();
  await page.getByRole("button", { name: "Make it the team's default" }).click();
  await expect(kept.getByRole("link", { name: better })).toContainText("the team's default");

  await sofia.page.goto("/test/merchants");
  await sofia.page.getByRole("button", { name: better }).click();
  await expect(sofia.page.getByRole("button", { name: "Remove Country: Sweden" })).toBeVisible();
  await expect(sofia.page.getByText(`This view is ${omar.person.name}'s. Save it as a new one to change it.`)).toBeVisible();
  await expect(sofia.page.getByRole("button", { name: /^(Rename|Delete|Make it the team's)/ })).toHaveCount(0);

  await page.getByRole("button", { name: "Not the team's default" }).click();
  await expect(kept.getByRole("link", { name: better })).not.toContainText("the team's default");
  await page.getByRole("button", { name: "Delete …" }).click();
  await page.getByRole("button", { name: `Delete ${better}` }).click();
  await expect(page.getByRole("button", { name: "All merchants" })).toBeVisible();
  await expect(kept.getByRole("link", { name: better })).toHaveCount(0);
  await sofia.page.goto("/test/merchants");
  await expect(sofia.page.getByRole("button", { name: "All merchants" })).toBeVisible();
});

test("Columns and the height of rows are chosen, and are as chosen after a reload", async ({ somebody }) => {
  const { page } = await somebody("finance");
  await page.goto("/test/merchants");
  const row = page.getByRole("table").getByRole("row").nth(1);
  const height = async () => (await row.boundingBox())?.height ?? 0;
  const dense = await height();
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  const panel = page.getByRole("region", { name: "Columns and rows" });
  await panel.getByLabel("Company number").click();
  await expect(panel.getByLabel("Company number")).toBeChecked();
  await panel.getByLabel("Country").click();
  await panel.getByLabel("Comfortable").check();
  const asChosen = async () => {
    await expect(page.getByRole("columnheader", { name: "Company number" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Country" })).toHaveCount(0);
    await expect.poll(height).toBeGreaterThan(dense);
  };
  await asChosen();
  await page.reload();
  await asChosen();
});
