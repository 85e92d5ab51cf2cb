import { expectAccessible } from "./stage/accessible";
import { box, open, operational, review } from "./stage/file";
import { expect, test } from "./stage/story";

test.describe.configure({ mode: "parallel", timeout: 180_000 });

const brandId = "krn:partner:global:account:channel:collection:00000000-0000-4000-8000-000000000001";
const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

test("An operator gives a website addresses of two thousand characters and its brand, and the brand its support", async ({ somebody, klarna }) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  const merchant = await operational(visitor);
  await klarna.put(merchant.account_id, { collections: [{ collection_id: brandId, collection_reference: "NORDSTIL" }] });
  await page.reload();
  await open(page, merchant, "websites");
  await page.getByRole("button", { name: /^Edit: https:/ }).click();
  const long = [1, 2, 3, 4, 5].map((number) => `https://www.example.com/${number}${"å".repeat(1_970)}`);
  await box(page, "Addresses").fill(long.join("\n"));
  await page.getByRole("combobox", { name: /^Brand/ }).selectOption({ label: "NORDSTIL" });
  await page.getByRole("button", { name: "Edit: NORDSTIL" }).click();
  await page.getByRole("button", { name: "Add a link" }).click();
  await box(page, "Network").fill("INSTAGRAM");
  const links = page.getByRole("group", { name: "Social media" });
  await links.getByRole("textbox", { name: /^Address/ }).fill("https://instagram.example/nordstil");
  await box(page, "Support e-mail").fill("hjälp@example");
  await review(page);
  await expect(page.getByText("Nothing was sent. First correct what is marked at:")).toBeVisible();
  await box(page, "Support e-mail").fill("help@nordstil.example");
  await review(page);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("insertion").filter({ hasText: /^NORDSTIL$/ })).toHaveCount(1);
  await expect(dialog.getByText(brandId)).toHaveCount(0);
  await dialog.getByRole("button", { name: "Send 2 changes" }).click();
  await expect(page.getByRole("dialog", { name: "Klarna has everything" })).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).first().click();
  const websites = page.getByRole("region", { name: "Websites" });
  await expect(websites.getByRole("definition").filter({ hasText: /^NORDSTIL$/ })).toHaveCount(1);
  await expect(websites.getByRole("link", { name: /^www\.example\.com\/5/ })).toBeVisible();
  const brands = page.getByRole("region", { name: "Brands" });
  for (const shown of ["help@nordstil.example", "INSTAGRAM https://instagram.example/nordstil"])
    await expect(brands.getByRole("definition").filter({ hasText: shown })).toHaveCount(1);
  await expectAccessible(page, "very long addresses");
});

test("A brand's pictures are fetched when somebody asks for them, and no other page may fetch any", async ({ somebody, klarna }) => {
  const visitor = await somebody("support");
  const { page, context } = visitor;
  const merchant = await operational(await somebody("operations"));
  const branding = { logo_url: "https://pictures.example/logo.png", icon_url: "javascript:alert(1)" };
  await klarna.put(merchant.account_id, { collections: [{ collection_id: brandId, collection_reference: "NORDSTIL", branding }] });
  let asked = 0;
  await context.route("https://pictures.example/**", (route) => {
    asked += 1;
    return route.fulfill({ contentType: "image/png", body: picture });
  });
  await open(page, merchant, "websites");
  const brand = page.getByRole("group", { name: "NORDSTIL" });
  await expect(brand.getByRole("link", { name: "Show the pictures" })).toBeVisible();
  await expect(page.getByRole("img", { name: "Logo" })).toHaveCount(0);
  expect(asked).toBe(0);
  await brand.getByRole("link", { name: "Show the pictures" }).click();
  const logo = brand.getByRole("img", { name: "Logo" });
  await expect(logo).toBeVisible();
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  expect(asked).toBe(1);
  await expect(page.getByRole("img", { name: "Icon" })).toHaveCount(0);

  const policyOf = async (address: string) => (await context.request.get(address)).headers()["content-security-policy"];
  const address = `/test/merchants/${encodeURIComponent(merchant.account_id)}`;
  expect(await policyOf(`${address}/websites?pictures`)).toContain("img-src 'self' data: https:;");
  for (const other of [`${address}/websites`, `${address}/people?pictures`, `${address}?pictures`, "/?pictures"])
    expect(await policyOf(other), other).toContain("img-src 'self' data:;");
});
