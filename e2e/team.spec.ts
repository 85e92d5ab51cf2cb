import { expectAccessible } from "./stage/accessible";
import { passwordOf, runUser } from "./stage/password";
import { serial } from "./stage/person";
import { beginFactor, keepRecoveryCodes } from "./stage/second-factor";
import { expect, test } from "./stage/story";

test("An admin disables a colleague, and her next click signs her out; enabled again, she signs in anew", async ({ somebody, place }) => {
  const colleague = await somebody("operations");
  const password = await passwordOf(place, colleague.person);
  const { page } = await somebody("admin");
  await colleague.page.goto("/test/merchants");
  await expect(colleague.page.getByRole("heading", { name: "Merchants" })).toBeVisible();

  await page.goto("/settings/team");
  await page.getByRole("link", { name: colleague.person.name }).click();
  await expect(page.getByRole("heading", { name: colleague.person.name })).toBeVisible();
  await page.getByRole("button", { name: "Disable", exact: true }).click();
  await page.getByRole("button", { name: `Disable ${colleague.person.name}` }).click();
  await expect(page.getByText("Disabled", { exact: true }).first()).toBeVisible();
  await expect(page.getByText(`${colleague.person.name} is signed in nowhere`)).toBeVisible();
  await colleague.page.getByRole("link", { name: "Your account" }).click();
  await expect(colleague.page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await page.getByRole("button", { name: "Enable again" }).click();
  await expect(page.getByText("Active")).toBeVisible();
  await colleague.page.getByLabel("E-mail").fill(colleague.person.email);
  await colleague.page.getByLabel("Password").fill(password);
  await colleague.page.getByRole("button", { name: "Sign in" }).click();
  await expect(colleague.page.getByRole("heading", { name: "Your account" })).toBeVisible();
});

test("An admin adds a person after confirming that it is her; what she typed is still there, and the link lets the person in", async ({
  somebody,
  place,
  browser,
  watch,
  expectErrors,
}) => {
  const { page, person } = await somebody("admin");
  const password = await passwordOf(place, person);
  expectErrors(/status of (403.*desk\/team|400.*desk\/proof)/);
  const email = `nils-${serial().toLowerCase()}@desk.example`;
  await page.goto("/settings/team");
  await place.query("UPDATE sessions SET proved_at = now() - interval '11 minutes' WHERE person_id = $1", [person.id]);
  await page.getByRole("button", { name: "Add a person" }).click();
  const form = page.getByRole("dialog", { name: "Add a person" });
  await form.getByLabel("Name").fill("Nils Holm");
  await form.getByLabel("E-mail").fill(email);
  await form.getByLabel("Role").selectOption("support");
  await form.getByRole("button", { name: "Add person" }).click();

  const question = page.getByRole("dialog", { name: "Confirm that it is you" });
  await question.getByLabel("Your password").fill("not this one");
  await question.getByRole("button", { name: "Confirm and go on" }).click();
  await expect(question.getByText("This isn't your password")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(form.getByLabel("E-mail")).toHaveValue(email);
  await expect(form.getByText("Nothing was done")).toBeVisible();

  await form.getByRole("button", { name: "Add person" }).click();
  await question.getByLabel("Your password").fill(password);
  await question.getByRole("button", { name: "Confirm and go on" }).click();
  const done = page.getByRole("dialog", { name: "Nils Holm was added" });
  const link = (await done.locator("code").textContent()) ?? "";
  await done.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText("Invited");

  const context = await browser.newContext();
  watch.watch(context);
  const theirs = await context.newPage();
  await theirs.goto(link);
  await theirs.getByLabel("New password").fill("geese over the lake");
  await theirs.getByRole("button", { name: "Set password" }).click();
  await expect(theirs.getByText("Your password is set.")).toBeVisible();
  await context.close();
});

test("An admin ends one of a colleague's sessions, and everybody ends their own", async ({ somebody, atAnotherBrowser }) => {
  const here = await somebody("finance");
  const there = await atAnotherBrowser(here.person);
  await there.page.goto("/settings/account");
  await here.page.goto("/settings/account");
  await here.page.getByRole("button", { name: "End all other sessions" }).click();
  await expect(here.page.getByRole("button", { name: "End all other sessions" })).toHaveCount(0);
  await there.page.reload();
  await expect(there.page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  const { page } = await somebody("admin");
  await page.goto(`/settings/team/${here.person.id}`);
  await page.getByRole("button", { name: "End the session of a story" }).click();
  await expect(page.getByText(`${here.person.name} is signed in nowhere`)).toBeVisible();
  await here.page.reload();
  await expect(here.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("Nobody but an admin finds the team, and the last act on oneself is refused", async ({ somebody, expectErrors }) => {
  const { page, person } = await somebody("admin");
  await page.goto(`/settings/team/${person.id}`);
  await expect(page.getByRole("combobox", { name: "Role" })).toBeDisabled();
  await page.getByRole("button", { name: "Disable", exact: true }).hover();
  await expect(page.getByText("Nobody disables themselves. Ask another admin.").first()).toBeVisible();
  expectErrors(/status of 404/);
  const other = await somebody("auditor");
  await other.page.goto(`/settings/team/${person.id}`);
  await expect(other.page.getByText("There is nothing at this address")).toBeVisible();
  await expect(other.page.getByRole("link", { name: "Team" })).toHaveCount(0);
});

test("A person sets up a second factor, signs in with a code, with a recovery code once, and has it reset", async ({ page, somebody, place, expectErrors }) => {
  const { person, page: own } = await somebody("support");
  const password = await passwordOf(place, person);
  expectErrors(/status of (401.*callback\/credentials|400.*desk\/second-factor)/);
  await own.goto("/settings/account");
  const { code, type } = await beginFactor(own);
  await expect(own.getByRole("img", { name: "The key as a QR code" })).toBeVisible();
  await type("000000");
  await expect(own.getByText("This code isn't right")).toBeVisible();
  // The earliest that is taken, so that the next ones are left for signing in.
  await type(code(-1));
  const [recovery = ""] = await keepRecoveryCodes(own);
  await expect(own.getByText("10 recovery codes are left")).toBeVisible();

  const enter = async (typed?: string) => {
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    if (typed === undefined) return;
    await page.getByLabel("Code").fill(typed);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  };
  const inside = () => expect(page.getByRole("heading", { name: "Merchants" })).toBeVisible();
  const refused = () => expect(page.getByRole("alert").filter({ hasText: "This code isn't right" })).toBeVisible();
  const now = code(1);
  await enter(now);
  await inside();
  await enter(now);
  await refused();
  await enter(recovery);
  await inside();
  await enter(recovery);
  await refused();

  runUser(place, "reset-second-factor", person.email);
  await enter();
  await inside();
});

test("The answer to adding a person is lost with the one-time link: the admin is led to the person's page, and makes a new link", async ({
  somebody,
  expectErrors,
}) => {
  const { page } = await somebody("admin");
  expectErrors(/Failed to load resource/);
  const email = `lost-${serial().toLowerCase()}@desk.example`;
  await page.goto("/settings/team");
  await page.route("**/api/desk/team", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Add a person" }).click();
  const form = page.getByRole("dialog", { name: "Add a person" });
  await form.getByLabel("Name").fill("Lost Holm");
  await form.getByLabel("E-mail").fill(email);
  await form.getByLabel("Role").selectOption("support");
  await form.getByRole("button", { name: "Add person" }).click();
  await expect(form.getByText("Lost Holm is among the people, with this address")).toBeVisible();
  await expectAccessible(page, "a person whose adding had no answer");
  await form.getByRole("link", { name: "Open their page" }).click();
  await expect(page.getByRole("heading", { name: "Lost Holm" })).toBeVisible();
  await page.getByRole("button", { name: "New one-time link" }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  await expect(page.getByText("A one-time link for Lost Holm")).toBeVisible();
});
