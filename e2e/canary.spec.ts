import type { APIRequestContext, Page } from "@playwright/test";

import { can, roleNames } from "@/lib/klarna/permissions";

import { addressOf, routesOf } from "../bench/foundation/routes.mjs";
import { browserStores } from "./stage/browser-stores";
import { makeNextKey } from "./stage/keys";
import { expect, test } from "./stage/story";
import { everythingKept, logs, writingsOf } from "./stage/traces";
import { askKlarnaNow, atRest } from "./stage/waiting";
import { fillEverything, madeUpMerchant, sendButton, startWizard } from "./stage/wizard";

// Of one's own, because it looks into the desk's log, and makes the desk's next key.
test.use({ alone: "canary" });

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
  return writingsOf(typed);
}

test("What is personal, and a new key, is found in no address, log, browser store, database or audit, before and after it is sent", async ({
  somebody,
  own,
  expectErrors,
  klarna,
}) => {
  // Every page and door is opened as every role.
  test.setTimeout(480_000);
  const { page, context } = await somebody("operations");
  const merchant = madeUpMerchant();
  const addresses: string[] = [];
  context.on("request", (request) => addresses.push(request.url()));
  // Whoever made it has it on the screen until they say that it is put away; from then on nobody has.
  const keeper = await somebody("admin");
  keeper.context.on("request", (request) => addresses.push(request.url()));
  await keeper.page.goto("/settings/credentials");
  const key = await makeNextKey(keeper.page);
  await keeper.page.getByRole("button", { name: "It is where it belongs" }).click();
  await expect(keeper.page.getByRole("dialog")).toBeHidden();
  const personal = [...personalData(merchant), ...writingsOf([key])];
  const found = (text: string) => personal.filter((value) => text.includes(value));
  expect(found(await keeper.page.content()), "the page, after the key was left").toEqual([]);
  expect(found(await browserStores(keeper.page)), "the browser's stores, after the key was left").toEqual([]);
  await keeper.page.reload();
  expect(found(await keeper.page.content()), "the page, opened anew").toEqual([]);
  expect(found(await everythingKept(own)), "a new key").toEqual([]);
  expect(await everythingKept(own), "the credential itself is remembered").toContain("Partner Desk 2");

  await startWizard(page);
  await fillEverything(page, merchant);
  await expect(page.getByText(/^Saved/)).toBeVisible();
  expect(found(await everythingKept(own)), "a draft").toEqual([]);

  // Pages that an operator may not open are not found.
  expectErrors(/status of (400|404|504)/);
  await klarna.break("accounts.onboard", "cut-before");
  await sendButton(page, merchant).click();
  await expect(page.getByText("Nobody can say yet whether Klarna created this merchant")).toBeVisible();
  expect(found(await everythingKept(own)), "an unknown outcome").toEqual([]);
  expect(found(await browserStores(page)), "the browser's stores").toEqual([]);

  await klarna.mend();
  await askKlarnaNow(page, () => page.waitForURL(/\/test\/merchants\/krn/));
  await expect(page.getByRole("region", { name: "State" })).toContainText("OPERATIONAL · SETUP_COMPLETE", { timeout: 30_000 });
  expect(found(await everythingKept(own)), "a merchant").toEqual([]);
  expect(found(await logs(own)), "the logs").toEqual([]);
  expect(found(addresses.join("\n")), "addresses").toEqual([]);
  expect(addresses.join("\n"), "the addresses were heard").toContain("accounts.onboard");
  expect(await everythingKept(own), "the database was read").toContain(merchant.reference);

  // What is typed into the merchant's file, kept there, shown whole on purpose, and sent.
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "People" }).click();
  await page.getByRole("button", { name: "Reveal: Date of birth" }).click();
  await page.getByLabel("Why you need it").fill("To compare it with a form");
  await page.getByRole("button", { name: "Show it for a minute" }).click();
  await expect(page.getByText(merchant.person.born)).toBeVisible();
  await page.getByRole("button", { name: "Hide" }).click();
  await page.getByRole("button", { name: "Add a person" }).click();
  const typed = ["Kanarievogel", "1981-04-03", "19810403-1239"];
  for (const [label, value] of [
    ["Family name", typed[0]],
    ["Date of birth", typed[1]],
    ["National id(?! of)", typed[2]],
  ] as const)
    await page.getByRole("textbox", { name: new RegExp(`^${label}`) }).fill(value ?? "");
  await page.getByRole("checkbox", { name: /^Owner/ }).check();
  await expect(page.getByRole("region", { name: "Not sent yet" }).getByText(/^Saved/)).toBeVisible();
  const leaked = (text: string) => [...found(text), ...typed.filter((value) => text.includes(value))];
  expect(leaked(await everythingKept(own)), "a change of the file, not sent").toEqual([]);
  await page.getByRole("button", { name: "Review and send" }).click();
  await page.getByRole("button", { name: "Send the change" }).click();
  await expect(page.getByRole("dialog", { name: "Klarna has everything" })).toBeVisible();
  expect(leaked(await everythingKept(own)), "a change of the file, sent").toEqual([]);
  expect(leaked(await logs(own)), "the logs, after a change of the file").toEqual([]);
  expect(leaked(addresses.join("\n")), "addresses, after a change of the file").toEqual([]);
  expect(leaked(await browserStores(page)), "the browser's stores, after a change of the file").toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).first().click();

  // From here on nobody sees in clear what is masked, on no page and from no door; and who may see nobody sees nobody.
  const account_id = decodeURIComponent(page.url().split("/").at(-2) ?? "");
  const [draft] = await own.query<{ id: string }>("SELECT id FROM drafts LIMIT 1");
  const known: Readonly<Record<string, string>> = {
    environment: "test",
    account_id: encodeURIComponent(account_id),
    draft_id: draft?.id ?? "",
    id: draft?.id ?? "",
  };
  const { owner, person, bank } = merchant;
  const masked = [key, person.born, person.nationalId, bank.iban, bank.iban.replaceAll(" ", "")];
  const people = [owner.family, owner.email, owner.phone.replaceAll(" ", ""), person.family];
  let opened = 0;
  for (const role of roleNames) {
    const visitor = await somebody(role);
    const mustNotShow = can(role, "people:read") ? masked : [...masked, ...people];
    const open = async (address: string) => {
      const text = await textAt(visitor.page.request, address);
      if (text.includes(merchant.name)) opened += 1;
      expect(
        mustNotShow.filter((value) => text.includes(value)),
        `${address} as ${role}`,
      ).toEqual([]);
    };
    const left = [...everyAddress(known)];
    const some = async () => {
      for (let address = left.pop(); address !== undefined; address = left.pop()) await open(address);
    };
    await Promise.all([some(), some(), some(), some()]);
    await visitor.context.close();
  }
  expect(opened, "what shows the merchant was among them").toBeGreaterThan(roleNames.length);
  expect(found(await logs(own)), "the logs, after everything was opened").toEqual([]);
  expect(found(await everythingKept(own)), "the database, after everything was opened").toEqual([]);

  // The browser of whoever typed it all, on every page that there is.
  const pages = [...everyAddress(known, /^page\.tsx$/)];
  const look = async (tab: Page) => {
    for (let address = pages.pop(); address !== undefined; address = pages.pop()) {
      await tab.goto(address);
      await atRest(tab);
      expect(found(await browserStores(tab)), `what the browser keeps at ${address}`).toEqual([]);
    }
  };
  await Promise.all([page, await context.newPage(), await context.newPage()].map(look));
  expect(found(addresses.join("\n")), "addresses").toEqual([]);
});

/** Every page and every door, also those that are built tomorrow; lists are asked for as downloads too. */
function everyAddress(known: Readonly<Record<string, string>>, file?: RegExp): readonly string[] {
  return routesOf(process.cwd(), file)
    .filter(({ segments }) => !/^(klarna|webhooks|auth)$/.test(segments[1] ?? "") && segments.at(-1) !== "sign-out")
    .flatMap(({ segments }) => {
      const address = addressOf(segments, (name: string) => known[name] ?? "test");
      return segments[0] === "api" ? [`${address}?environment=test`, `${address}?environment=test&format=csv`, address] : [address];
    });
}

async function textAt(request: APIRequestContext, address: string): Promise<string> {
  const response = await request.get(address, { maxRedirects: 0, failOnStatusCode: false });
  return response.text();
}
