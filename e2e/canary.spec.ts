import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext } from "@playwright/test";

import { can, roleNames } from "@/lib/klarna/permissions";

import { addressOf, routesOf } from "../bench/foundation/routes.mjs";
import { browserStores } from "./stage/browser-stores";
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

/** Everything that the desk, its Klarna's emulator and its database have written into their logs. */
async function logs({ home, query }: OwnPlace): Promise<string> {
  const folder = path.join(home, "logs");
  const [server] = await query<{ data_directory: string }>("SHOW data_directory");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name));
  return [...files, path.join(server?.data_directory ?? "", "server.log")].map((file) => (existsSync(file) ? readFileSync(file, "utf8") : "")).join("\n");
}

/** Every row of every table in every schema as text, those columns too that hold bytes; pg-boss's are among them. */
async function everythingKept({ query }: OwnPlace): Promise<string> {
  const tables = await query<{ schema: string; name: string }>(
    "SELECT table_schema AS schema, table_name AS name FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'",
  );
  expect(tables.map(({ schema }) => schema)).toEqual(expect.arrayContaining(["public", "pgboss"]));
  const rows = await Promise.all(tables.map(({ schema, name }) => query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${schema}"."${name}" t`)));
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
  // Every page and door is opened as every role.
  test.setTimeout(420_000);
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

  // Pages that an operator may not open are not found.
  expectErrors(/status of (400|404|504)/);
  await klarna.break("accounts.onboard", "cut-before");
  await sendButton(page, merchant).click();
  await expect(page.getByText("Nobody can say yet whether Klarna created this merchant")).toBeVisible();
  expect(found(await everythingKept(own)), "an unknown outcome").toEqual([]);
  expect(found(await browserStores(page)), "the browser's stores").toEqual([]);

  await klarna.mend();
  await page.getByRole("button", { name: "Ask Klarna now" }).click();
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
  const masked = [person.born, person.nationalId, bank.iban, bank.iban.replaceAll(" ", "")];
  const people = [owner.family, owner.email, owner.phone.replaceAll(" ", ""), person.family];
  let opened = 0;
  for (const role of roleNames) {
    const visitor = await somebody(role);
    const mustNotShow = can(role, "people:read") ? masked : [...masked, ...people];
    for (const address of everyAddress(known)) {
      const text = await textAt(visitor.page.request, address);
      if (text.includes(merchant.name)) opened += 1;
      expect(
        mustNotShow.filter((value) => text.includes(value)),
        `${address} as ${role}`,
      ).toEqual([]);
    }
    await visitor.context.close();
  }
  expect(opened, "what shows the merchant was among them").toBeGreaterThan(roleNames.length);
  expect(found(await logs(own)), "the logs, after everything was opened").toEqual([]);
  expect(found(await everythingKept(own)), "the database, after everything was opened").toEqual([]);

  // The browser of whoever typed it all, on every page that there is.
  for (const address of everyAddress(known, /^page\.tsx$/)) {
    await page.goto(address);
    await page.waitForLoadState("networkidle");
    expect(found(await browserStores(page)), `what the browser keeps at ${address}`).toEqual([]);
  }
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
