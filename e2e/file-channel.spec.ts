import { open, operational } from "./stage/file";
import { expect, test } from "./stage/story";

test.describe.configure({ mode: "parallel", timeout: 180_000 });

const brandId = "krn:partner:global:account:channel:collection:00000000-0000-4000-8000-000000000001";
const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

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
