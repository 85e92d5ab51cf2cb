import { alive } from "./stage/alive";
import { onboard, owner, whole } from "./stage/merchant";
import { expect, test } from "./stage/story";

test("A merchant's page says in plain words how it stands, whose it is and what it has", async ({ somebody }) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  const merchant = await onboard(visitor, { extra_account_data: whole });
  await page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}`);
  await expect(page.getByRole("heading", { name: merchant.account_name, level: 1 })).toBeVisible();
  const state = page.getByRole("region", { name: "State" });
  await expect(state).toContainText("Your team can change the account. Only Klarna can disable it.");
  await expect(state).toContainText("Payments with each enabled product, and every change.");
  await expect(page.getByRole("region", { name: "Owner" })).toContainText(owner.email);
  await expect(page.getByRole("region", { name: "Business" })).toContainText(whole.business_information.registration_number);
  await expect(page.getByRole("region", { name: "Products" })).toContainText("Enabled");
  await expect(page.getByRole("region", { name: "Websites and brands" })).toContainText(".example");
});

test("What Klarna's people decide shows after a look, with who can lift it", async ({ somebody, klarna }) => {
  const merchant = await onboard(await somebody("operations"));
  const { page } = await somebody("support");
  await page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}`);
  const state = page.getByRole("region", { name: "State" });
  await expect(state).toContainText("SETUP_COMPLETE");
  await klarna.decide(merchant.account_id, "disable-by-klarna");
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(state).toContainText("Only Klarna can lift this: contact Klarna with the account id.");
  await expect(page.getByRole("list", { name: "What happened" })).toContainText("Became disabled by Klarna");
});

test("An address that names no merchant says so: unknown, of the other world, malformed", async ({ somebody, expectErrors }) => {
  const { page } = await somebody("operations");
  expectErrors(/status of 40[04]/);
  await page.goto("/test/merchants/krn%3Apartner%3Aglobal%3Aaccount%3Atest%3ANOBODY1");
  await expect(page.getByText("Klarna knows no such account")).toBeVisible();

  const live = "krn%3Apartner%3Aglobal%3Aaccount%3Alive%3ANOBODY1";
  await page.goto(`/test/merchants/${live}`);
  await expect(page.getByText("This account belongs to LIVE")).toBeVisible();
  await expect(page.getByRole("link", { name: "Open it in LIVE" })).toHaveAttribute("href", `/live/merchants/${live}`);

  await page.goto(`/test/merchants/krn%3Apartner%3A${"x".repeat(300)}`);
  await expect(page.getByText("This address names no account of Klarna's")).toBeVisible();
  for (const nowhere of ["/staging/merchants", "/test/nothing", "/live/runs/not-a-run", "/settings/audit/nothing"]) {
    await page.goto(nowhere);
    await expect(page.getByText("There is nothing at this address"), nowhere).toBeVisible();
    // Where the address is one of the desk's own, its frame stays.
    await expect(page.getByRole("link", { name: "Needs attention" }), nowhere).toHaveCount(/runs|audit/.test(nowhere) ? 1 : 0);
  }
  for (const malformed of ["krn%3Apartner%00", "..%2F..%2Fsecrets", "%E0%A4%A"]) {
    expect((await page.goto(`/test/merchants/${malformed}`))?.status(), malformed).toBe(400);
    await expect(page.getByText("This address is malformed."), malformed).toBeVisible();
  }
});

test("A list of merchants is walked by keyboard", async ({ somebody }) => {
  const { page } = await somebody("auditor");
  await page.goto("/test/merchants");
  await alive(page.getByRole("table"));
  for (const key of ["j", "j", "k"]) await page.keyboard.press(key);
  const first = page.getByRole("table").getByRole("rowheader").first().getByRole("link");
  await expect(first).toBeFocused();
  const name = (await first.textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
});

test("A page asks the server for nothing but itself: not for the pages that it leads to", async ({ somebody }) => {
  const { page } = await somebody("operations");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/test/merchants");
  await page.waitForLoadState("networkidle");
  expect(asked.filter((path) => !path.startsWith("/_next/"))).toEqual(["/test/merchants"]);
});
