import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import type { OwnPlace } from "./stage/place";
import { expect, test } from "./stage/story";
import { fillEverything, madeUpMerchant, sendButton, startWizard } from "./stage/wizard";

// Of one's own, because it looks into the desk's log.
test.use({ alone: true });

/** What a person types that nobody may find anywhere but at Klarna; with it the ways in which it could be written. */
function personalData({ owner, person, bank }: ReturnType<typeof madeUpMerchant>): readonly string[] {
  const typed = [
    owner.family,
    owner.email,
    owner.phone,
    owner.phone.replaceAll(" ", ""),
    person.family,
    person.born,
    person.nationalId,
    bank.iban,
    bank.iban.replaceAll(" ", ""),
    bank.bic,
  ];
  return typed.flatMap((value) => [
    value,
    encodeURIComponent(value),
    Buffer.from(value).toString("base64").replace(/=+$/, ""),
    Buffer.from(value).toString("hex"),
  ]);
}

function logs({ home }: OwnPlace): string {
  const folder = path.join(home, "logs");
  return readFileSync(path.join(folder, readdirSync(folder).find((name) => name.startsWith("desk")) ?? ""), "utf8");
}

/** Every row of every table as text, those columns too that hold bytes. */
async function everythingKept({ query }: OwnPlace): Promise<string> {
  const tables = await query<{ name: string }>("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'");
  const rows = await Promise.all(tables.map(({ name }) => query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`)));
  return rows
    .flat()
    .map(({ row }) => row)
    .join("\n");
}

test("What is personal is found in no address, log, browser store, database or audit, before and after it is sent", async ({
  somebody,
  own,
  expectErrors,
  klarna,
}) => {
  const { page, context } = await somebody("operations");
  const merchant = madeUpMerchant();
  const personal = personalData(merchant);
  const addresses: string[] = [];
  context.on("request", (request) => addresses.push(request.url()));
  const found = (text: string) => personal.filter((value) => text.includes(value));

  await startWizard(page);
  await fillEverything(page, merchant);
  await expect(page.getByText(/^Saved/)).toBeVisible();
  expect(found(await everythingKept(own)), "a draft").toEqual([]);

  expectErrors(/status of (400|504)/);
  await klarna.break("accounts.onboard", "cut-before");
  await sendButton(page, merchant).click();
  await expect(page.getByText("Nobody can say yet whether Klarna created this merchant")).toBeVisible();
  expect(found(await everythingKept(own)), "an unknown outcome").toEqual([]);
  const stores = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  expect(found(stores), "the browser's stores").toEqual([]);

  await klarna.mend();
  await page.getByRole("button", { name: "Ask Klarna now" }).click();
  await expect(page.getByRole("region", { name: "State" })).toContainText("OPERATIONAL · SETUP_COMPLETE", { timeout: 30_000 });
  expect(found(await everythingKept(own)), "a merchant").toEqual([]);
  expect(found(logs(own)), "the desk's log").toEqual([]);
  expect(found(addresses.join("\n")), "addresses").toEqual([]);
  expect(addresses.join("\n"), "the addresses were heard").toContain("accounts.onboard");
  expect(await everythingKept(own), "the database was read").toContain(merchant.reference);
});
