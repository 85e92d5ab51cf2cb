import { generateKeyPairSync } from "node:crypto";
import type { Page } from "@playwright/test";

import { madeUpCertificates, pem } from "../test/klarna/made-up-certificates";
import { browserStores } from "./stage/browser-stores";
import { expect, test } from "./stage/story";
import { aMinutePasses, refreshUntil } from "./stage/waiting";

test.use({ alone: true });

/** Pastes a text, as a keyboard does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const field = document.activeElement as HTMLTextAreaElement;
    if (field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })))
      document.execCommand("insertText", false, text);
  }, text);
}

test("An admin keeps an inventory of certificates, is warned before one ends, and revokes one; a private key stays out", async ({
  somebody,
  own,
  expectErrors,
}) => {
  test.setTimeout(360_000);
  const { page, context } = await somebody("admin");
  const sent: string[] = [];
  context.on("request", (request) => sent.push(request.postData() ?? ""));
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const key = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  const inside = key.split("\n")[1]?.slice(0, 40) ?? "";
  // Another story may have played at this place before.
  await own.query("DELETE FROM certificates");
  await page.goto("/settings/certificates");
  const section = page.getByRole("region", { name: "TEST", exact: true });
  await section.getByRole("button", { name: "Enter certificates" }).click();
  const form = page.getByRole("dialog", { name: "Enter certificates of TEST" });
  const field = form.getByLabel("PEM", { exact: true });
  const refused = form.getByText("That holds a private key");

  await field.focus();
  await paste(page, `${pem("partner")}${key}`);
  await expect(refused).toBeVisible();
  await expect(field).toHaveValue("");
  await field.fill(key);
  await expect(field).toHaveValue("");
  await form.getByLabel("Or a file").setInputFiles({ name: "key.der", mimeType: "", buffer: privateKey.export({ format: "der", type: "sec1" }) });
  // It was read: the field has let go of it.
  await expect(form.getByLabel("Or a file")).toHaveValue("");
  await expect(refused).toBeVisible();
  await form.getByRole("button", { name: "Enter into the inventory" }).click();
  for (const [what, text] of [
    ["the page", await page.content()],
    ["what was sent", sent.join("\n")],
    ["the browser's stores", await browserStores(page)],
  ] as const)
    expect(text.includes(inside), what).toBe(false);

  await field.fill("");
  await field.focus();
  await paste(page, `Bag Attributes\n${pem("markup")}${pem("ended")}`);
  await form.getByRole("button", { name: "Enter into the inventory" }).click();
  await expect(form.getByText("2 certificates entered.")).toBeVisible();
  await form.getByRole("button", { name: "Done" }).click();
  await section.getByRole("button", { name: "Enter certificates" }).click();
  await form.getByLabel("Or a file").setInputFiles({ name: "partner.der", mimeType: "", buffer: Buffer.from(madeUpCertificates.partner, "base64") });
  await expect(form.getByText("partner.der: 1 certificate")).toBeVisible();
  await form.getByRole("button", { name: "Enter into the inventory" }).click();
  await form.getByRole("button", { name: "Done" }).click();
  await expect(section.getByRole("row").filter({ hasText: "ENDED001" })).toContainText("Expired");
  await expect(section.getByRole("row").filter({ hasText: '<b>Blom"ster</b>' })).toContainText("Valid");

  await own.query("UPDATE certificates SET valid_to = now() + interval '10 days' WHERE subject LIKE '%LWT2XJSE%'");
  await aMinutePasses(own);
  await page.goto("/attention?tab=all");
  await refreshUntil(page, page.getByText(/The client certificate of LWT2XJSE expires within 14 days/));
  await page.getByRole("link", { name: "LWT2XJSE" }).first().click();

  await section.getByRole("button", { name: "Details of LWT2XJSE" }).click();
  await expect(page.getByRole("dialog", { name: "LWT2XJSE" })).toContainText("2C8A1053F979D1E8C96A3A9357AE7D1E");
  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  const revoking = page.getByRole("dialog", { name: "Revoke LWT2XJSE in TEST?" });
  // What Klarna refuses lands on its field, and what was typed stays.
  expectErrors(/status of 400/);
  const door = "**/api/klarna/test/certificates.revoke?*";
  const fields = [{ path: "revoked_from", message: "At most three months ahead" }];
  await page.route(door, (route) =>
    route.fulfill({ status: 400, json: { status: 400, code: "VALIDATION_ERROR", message: "Klarna refused one field.", fields } }),
  );
  await revoking.getByLabel("From").fill("2031-02-03T04:05");
  await revoking.getByRole("button", { name: "Revoke LWT2XJSE" }).click();
  await expect(revoking.getByText("At most three months ahead")).toBeVisible();
  await expect(revoking.getByLabel("From")).toHaveValue("2031-02-03T04:05");
  await page.unroute(door);
  await revoking.getByRole("button", { name: "Revoke LWT2XJSE" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  // Its end comes before: that is what it is still warned of. Of one that lasts longer the revocation is told.
  await expect(section.getByRole("row").filter({ hasText: "LWT2XJSE" })).toContainText("Ends within 14 days");
  const [row] = await own.query<{ from: string }>("SELECT revoked_from::text AS from FROM certificates WHERE subject LIKE '%LWT2XJSE%'");
  expect(new Date(row?.from ?? "").toISOString()).toBe("2031-02-03T03:05:00.000Z");
  await own.query("UPDATE certificates SET valid_to = now() + interval '10 years' WHERE subject LIKE '%LWT2XJSE%'");
  await page.reload();
  await expect(section.getByRole("row").filter({ hasText: "LWT2XJSE" })).toContainText("Will be revoked");

  await section.getByRole("button", { name: "Details of ENDED001" }).click();
  await page.getByRole("button", { name: "Take it out of the inventory" }).click();
  await expect(section.getByRole("row").filter({ hasText: "ENDED001" })).toHaveCount(0);
});

test("Whoever isn't an admin finds neither keys nor certificates", async ({ somebody, expectErrors }) => {
  const { page } = await somebody("operations");
  expectErrors(/status of (403|404)/);
  for (const place of ["credentials", "certificates"]) {
    await page.goto(`/settings/${place}`);
    await expect(page.getByText("There is nothing at this address")).toBeVisible();
    expect((await page.request.get(`/api/desk/${place}?environment=test`)).status()).toBe(403);
  }
  await expect(page.getByRole("link", { name: /^(Credentials|Certificates)$/ })).toHaveCount(0);
});
