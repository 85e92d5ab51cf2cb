import { passwordOf, runUser } from "./stage/password";
import { expect, test } from "./stage/story";

test("A new person sets a password by a one-time link, and the link is spent", async ({ page, place, somebody, expectErrors }) => {
  const { person } = await somebody("operations");
  const [link = ""] = /http\S+/.exec(runUser(place, "link", person.email)) ?? [];
  expectErrors(/status of 400.*password-link/);

  await page.goto(link);
  await page.getByLabel("New password").fill("too short");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("Use at least 12 characters")).toBeVisible();
  await page.getByLabel("New password").fill("a lighthouse by the sea");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("Your password is set.")).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill("a lighthouse by the sea");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Merchants" })).toBeVisible();

  await page.goto(link);
  await page.getByLabel("New password").fill("another lighthouse inland");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This link was used already" })).toBeVisible();
});

test("A person changes their password; a mistake loses nothing, and other browsers are signed out", async ({
  place,
  somebody,
  atAnotherBrowser,
  expectErrors,
}) => {
  const { person, page } = await somebody("finance");
  const current = await passwordOf(place, person);
  const other = await atAnotherBrowser(person);
  await other.page.goto("/settings/account");
  expectErrors(/status of 400.*desk\/password/);

  await page.goto("/settings/account");
  await page.getByLabel("Current password").fill("not this one");
  await page.getByLabel("New password", { exact: true }).fill("nine herons on the ice");
  await page.getByLabel("New password, again").fill("nine herons on the ice");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This isn't your current password")).toBeVisible();
  await expect(page.getByLabel("New password", { exact: true })).toHaveValue("nine herons on the ice");
  await page.getByLabel("Current password").fill(current);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password was changed.")).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await other.page.reload();
  await expect(other.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

for (const [what, args] of [
  ["is disabled", ["disable"]],
  ["is given another role", ["role", "finance"]],
] as const) {
  test(`A person who ${what} is signed out at the next click`, async ({ place, somebody }) => {
    const { person, page } = await somebody("operations");
    await page.goto("/test/merchants");
    await expect(page.getByRole("heading", { name: "Merchants" })).toBeVisible();
    const [command, ...rest] = args;
    runUser(place, command, person.email, ...rest);
    await page.getByRole("link", { name: "Your account" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
}

test("Everybody always sees which of Klarna's worlds a page works in", async ({ somebody }) => {
  const { page } = await somebody("support");
  const environment = page.getByRole("navigation", { name: "Environment" });
  await page.goto("/test/merchants");
  await expect(page.getByRole("button", { name: "TEST" })).toBeVisible();
  await expect(page.getByText("Nothing here reaches real merchants.", { exact: true })).toBeAttached();
  await expect(environment.getByRole("link", { name: "TEST" })).toHaveAttribute("aria-current", "true");

  await environment.getByRole("link", { name: "LIVE" }).click();
  await expect(page).toHaveURL(/\/live\/merchants$/);
  await expect(environment.getByRole("link", { name: "LIVE" })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("button", { name: "TEST" })).toHaveCount(0);
});
