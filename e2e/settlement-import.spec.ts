import { gzipSync } from "node:zlib";

import { emulatorKeys } from "../scripts/desk/settings.mjs";
import { expectAccessible } from "./stage/accessible";
import { expect, test } from "./stage/story";

test("Finance brings in a report as a file: a bad one is refused with its place and reason, a good one is loaded and proved, and once more nothing changes", async ({
  somebody,
  klarna,
  place,
  expectErrors,
}) => {
  test.slow();
  const { page } = await somebody("finance");
  const id = `FILE-${Date.now()}`;
  await klarna.settle({ settlement_id: id, rows: 30_000, seed: 21, announce: false });
  const address = `${place.emulatorUrl}/v2/settlement/settlements/${id}/csv`;
  const report = Buffer.from(await (await fetch(address, { headers: { authorization: `Basic ${emulatorKeys.test}` } })).arrayBuffer());
  // More than any door of JSON takes.
  expect(report.length).toBeGreaterThan(15_000_000);
  await page.goto("/test/settlements");
  const dialog = page.getByRole("dialog", { name: "Bring in a report" });
  const bring = async (name: string, buffer: Buffer) => {
    await page.getByLabel("Bring in a report").setInputFiles({ name, mimeType: "text/csv", buffer });
    await expect(dialog).toContainText(name);
    await dialog.getByRole("button", { name: "Load it" }).click();
  };
  expectErrors(/status of 40[09]/);
  for (const [name, bad, reason] of [
    ["cut.csv", report.subarray(0, report.length - 100), /Line [\d,]+.*Nothing of the file was kept/],
    ["squeezed.csv", gzipSync(report), /Line 1: .*gzip/],
    ["page.csv", Buffer.from("<!doctype html><title>Sign in</title>"), /Line 1: .*web page/],
  ] as const) {
    await bring(name, bad);
    await expect(dialog.getByText(reason)).toBeVisible({ timeout: 30_000 });
    if (name === "cut.csv") await expectAccessible(page, "a file that was refused");
    await dialog.getByRole("button", { name: "Leave it" }).click();
  }
  await expect(page.getByRole("link", { name: id })).toHaveCount(0);

  await bring("report.csv", report);
  await expect(page).toHaveURL(new RegExp(`/test/settlements/${id}$`), { timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Adds up" })).toBeVisible();
  await expect(page.getByText("30,000 transactions")).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Facts" })).toContainText("Brought in by");

  await page.goto("/test/settlements");
  await bring("again.csv", report);
  await expect(page).toHaveURL(new RegExp(`/test/settlements/${id}$`), { timeout: 60_000 });
  await page.goto("/test/settlements");
  await bring("other.csv", Buffer.concat([report.subarray(0, report.lastIndexOf("\n", report.length - 2) + 1)]));
  await expect(dialog.getByText(/Another report of settlement .* is loaded already/)).toBeVisible({ timeout: 60_000 });
});
