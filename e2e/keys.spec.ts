import { credentialsOf, makeNextKey } from "./stage/keys";
import { expect, test } from "./stage/story";
import { everythingKept, logs, writingsOf } from "./stage/traces";

// Of one's own, because it starts the desk anew, and looks into its log.
test.use({ alone: "keys" });

test("An admin rotates a key without ever losing it or leaking it", async ({ somebody, own, expectErrors }) => {
  test.setTimeout(480_000);
  const { page, context } = await somebody("admin");
  const addresses: string[] = [];
  context.on("request", (request) => addresses.push(request.url()));
  // While the desk is started anew nobody answers.
  expectErrors(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|status of 503/);
  const oldKey = own.env.KLARNA_TEST_API_KEY ?? "";
  const klarnaAnswers = async (key: string) =>
    (await fetch(`${own.emulatorUrl}/v2/account/credentials`, { headers: { authorization: `Basic ${key}` } })).status;
  await page.goto("/settings/credentials");
  const section = await credentialsOf(page, "TEST");
  const old = section.getByRole("row").filter({ hasText: "The desk's own" });
  await expect(old).toHaveCount(1);

  // What the desk uses goes by no slip of the hand.
  await old.getByRole("button", { name: /^Disable / }).click();
  const question = page.getByRole("dialog", { name: "Disable Partner Desk in TEST?" });
  await expect(question.getByText("This is the desk's own key")).toBeVisible();
  await expect(question.getByRole("textbox")).toHaveCount(0);
  await question.getByRole("button", { name: "Keep it" }).click();

  const key = await makeNextKey(page);
  const shown = page.getByRole("dialog", { name: "The new key" });
  const asked = page.getByRole("dialog", { name: "Leave without the key?" });
  for (const leave of [
    () => page.keyboard.press("Escape"),
    () => shown.getByRole("button", { name: "Close" }).click(),
    () => page.evaluate(() => history.back()),
  ]) {
    await leave();
    await expect(asked).toBeVisible();
    await asked.getByRole("button", { name: "Back to the key" }).click();
    await expect(shown.locator("code")).toHaveText(key);
  }
  const closing = page.waitForEvent("dialog");
  const reloading = page.reload({ timeout: 2_000 }).catch(() => undefined);
  await (await closing).dismiss();
  await reloading;
  await expect(shown.locator("code")).toHaveText(key);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await shown.getByRole("button", { name: "Copy key" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await shown.getByRole("button", { name: "It is where it belongs" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();

  const steps = section.getByRole("region", { name: "Rotation of the desk's key in TEST" });
  await expect(steps.locator("[aria-current=step]")).toContainText("KLARNA_TEST_API_KEY");
  expect(await klarnaAnswers(oldKey), "nothing stops meanwhile").toBe(200);
  await own.restartDesk({ KLARNA_TEST_API_KEY: key });
  await page.reload();
  await expect(steps.getByText("Klarna accepted it")).toBeVisible({ timeout: 60_000 });
  // Once the process that had the old one is forgotten.
  await steps.getByRole("button", { name: /^Disable Partner Desk \(5f0c1a52\)$/ }).click({ timeout: 60_000 });
  await expect(question).toBeVisible();
  const [name, disable] = [question.getByLabel("Type 5f0c1a52 to disable it"), question.getByRole("button", { name: "Disable Partner Desk" })];
  await expect(disable).toHaveAttribute("aria-disabled", "true");
  await name.fill("5f0c1a53");
  await expect(disable).toHaveAttribute("aria-disabled", "true");
  await name.fill("5f0c1a52");
  await expect(disable).not.toHaveAttribute("aria-disabled", "true");
  await disable.click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(steps.getByText("No old key of the desk's works any more.")).toBeVisible();
  await expect(section.getByRole("row").filter({ hasText: "5f0c1a52" })).toContainText("Disabled");
  expect([await klarnaAnswers(oldKey), await klarnaAnswers(key)]).toEqual([401, 200]);
  await page.goto("/test/merchants");
  await expect(page.getByRole("table")).toBeVisible();

  await page.goto("/settings/audit");
  await expect(page.getByRole("link", { name: "Made a credential for the desk itself" }).first()).toBeVisible();
  const audit = await page.request.get("/api/desk/audit/export");
  const places = {
    logs: await logs(own),
    kept: await everythingKept(own),
    addresses: addresses.join("\n"),
    audit: await audit.text(),
    page: await page.content(),
  };
  for (const [place, text] of Object.entries(places))
    expect(
      writingsOf([key, oldKey]).filter((value) => text.includes(value)),
      place,
    ).toEqual([]);
  expect(places.audit).toContain("credentials.disable");
});

test("A key whose making had no answer is asked for again, and only one was made", async ({ somebody, klarna, expectErrors }) => {
  const { page } = await somebody("admin");
  expectErrors(/status of (400|409|504)/);
  await page.goto("/settings/credentials");
  const section = await credentialsOf(page, "LIVE");
  await klarna.break("credentials.create", "cut-after", { times: 3 });
  await section.getByRole("button", { name: "Create a credential" }).click();
  const form = page.getByRole("dialog", { name: "Create a credential in LIVE" });
  await form.getByRole("button", { name: "Create credential" }).click();
  await expect(form.getByText("Choose one", { exact: true })).toBeVisible();
  await form.getByLabel("Type").selectOption("API");
  await form.getByLabel("Description").fill("<b>Invoices</b>");
  await form.getByRole("button", { name: "Create credential" }).click();
  await expect(form.getByText(/At most 100 letters/)).toBeVisible();
  await form.getByLabel("Description").fill("Invoices");
  await form.getByRole("button", { name: "Create credential" }).click();
  await expect(form.getByText("Whether it was created isn't known")).toBeVisible();
  await form.getByRole("button", { name: "Close" }).first().click();
  await page.reload();
  await section.getByRole("button", { name: "Ask Klarna again" }).click();
  await expect(form.getByLabel("Description")).toBeDisabled();
  await form.getByRole("button", { name: "Ask Klarna again" }).click();
  const shown = page.getByRole("dialog", { name: "The new key" });
  await expect(shown.locator("code")).toHaveText(/^klarna_live_api_/);
  await shown.getByRole("button", { name: "It is where it belongs" }).click();
  await expect(section.getByRole("row").filter({ hasText: "Invoices" })).toHaveCount(1);
  await expect(section.getByText("Whether a credential was made isn't known")).toBeHidden();

  // Whoever leaves a key all the same is where they came from.
  const create = section.getByRole("button", { name: "Create a credential" });
  await create.click();
  await form.getByLabel("Type").selectOption("API");
  await form.getByRole("button", { name: "Create credential" }).click();
  await expect(shown).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Leave the key" }).click();
  await expect(create).toBeFocused();
});
