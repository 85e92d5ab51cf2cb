import { passwordOf } from "./stage/password";
import { beginFactor, keepRecoveryCodes } from "./stage/second-factor";
import { expect, test } from "./stage/story";

test.describe.configure({ mode: "parallel" });

test("A person makes new recovery codes, which take the place of the old ones, and turns their second factor off", async ({ somebody, place }) => {
  const { page, person } = await somebody("support");
  await passwordOf(place, person);
  await page.goto("/settings/account");
  const { code, type } = await beginFactor(page);
  await type(code(0));
  const first = await keepRecoveryCodes(page);
  await place.query("DELETE FROM recovery_codes WHERE ctid = (SELECT ctid FROM recovery_codes WHERE person_id = $1 LIMIT 1)", [person.id]);
  await page.reload();
  await expect(page.getByText("9 recovery codes are left")).toBeVisible();
  await page.getByRole("button", { name: "New recovery codes" }).click();
  await page.getByRole("button", { name: "Make new recovery codes" }).click();
  await expect(page.getByText("The old codes stopped working")).toBeVisible();
  const second = await keepRecoveryCodes(page);
  expect(new Set([...first, ...second]).size).toBe(20);
  await expect(page.getByText("10 recovery codes are left")).toBeVisible();

  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByRole("button", { name: "Turn off my second factor" }).click();
  await expect(page.getByRole("button", { name: "Set up a second factor" })).toBeVisible();
  await expect(page.getByText("Off", { exact: true })).toBeVisible();
});

test("An admin makes a colleague's new link, resets her second factor, unlinks her from single sign-on, signs her out everywhere and changes her role", async ({
  somebody,
  atAnotherBrowser,
  place,
}) => {
  const colleague = await somebody("support");
  const { id, name } = colleague.person;
  await passwordOf(place, colleague.person);
  await place.query("INSERT INTO identities (issuer, subject, person_id) VALUES ('https://nordlys.example', $1, $2)", [id, id]);
  await colleague.page.goto("/settings/account");
  const { code, type } = await beginFactor(colleague.page);
  await type(code(0));
  await keepRecoveryCodes(colleague.page);

  const { page } = await somebody("admin");
  await page.goto(`/settings/team/${id}`);
  const asked = async (button: string, verb: string) => {
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("dialog").getByRole("button", { name: verb }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  await asked("New link for a forgotten password", "Make the link");
  const link = page.getByRole("status").filter({ hasText: `A one-time link for ${name}` });
  await expect(link.locator("code")).toContainText(`${place.deskUrl}/set-password#`);

  await asked("Reset second factor", "Reset second factor");
  await expect(page.getByRole("button", { name: "Reset second factor" })).toHaveCount(0);
  await colleague.page.reload();
  await expect(colleague.page.getByRole("button", { name: "Set up a second factor" })).toBeVisible();

  await asked("Unlink from single sign-on", "Unlink");
  await expect(page.getByRole("button", { name: "Unlink from single sign-on" })).toHaveCount(0);
  expect(await place.query("SELECT FROM identities WHERE person_id = $1", [id])).toEqual([]);

  await atAnotherBrowser(colleague.person);
  await page.reload();
  await asked("Sign out everywhere", "Sign out everywhere");
  await expect(page.getByText(`${name} is signed in nowhere`)).toBeVisible();
  await colleague.page.reload();
  await expect(colleague.page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  const again = await atAnotherBrowser(colleague.person);
  await again.page.goto("/settings/account");
  await page.getByRole("combobox", { name: "Role" }).selectOption("finance");
  await page.getByRole("button", { name: "Change role" }).click();
  // Done, and not only on its way: that is the role which she has now.
  await expect(page.getByRole("button", { name: "Change role" })).toHaveAccessibleDescription("Choose another role first.");
  await again.page.reload();
  await expect(again.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Role" })).toHaveValue("finance");
});
