import { beforeAll, expect, test } from "vitest";

import { PUT as saveRoute } from "@/app/api/desk/drafts/[id]/route";
import { POST as createRoute } from "@/app/api/desk/drafts/route";
import type { Draft } from "@/lib/desk/draft";
import { accounts } from "@/lib/klarna/operations/accounts";

import { answered, browserRequest, problemOf } from "../harness/ask";
import { canaryAnswer, sensitiveIn } from "../harness/canaries";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("operations")).cookie;
});

const copyOf = async (copy_of: string) => answered(await createRoute(browserRequest("/d", "POST", { cookie, body: { environment: "test", copy_of } })));
const account_id = "krn:partner:global:account:test:LWT2XJSE";

test("a copy takes over group, brands, business and product, and never people, bank data or what must be its own", async () => {
  // Klarna answers more than it was asked for.
  const account = canaryAnswer(accounts.get.output);
  expect(sensitiveIn(JSON.stringify(account)).length).toBeGreaterThanOrEqual(5);
  klarna.script = () => ({ body: JSON.stringify(account) });
  const answer = await copyOf(account_id);
  expect(answer.status).toBe(200);
  const { content, title } = answer.body as Draft;
  expect(title).toBe("Copy of some account_name");
  expect(sensitiveIn(JSON.stringify(content))).toEqual([]);
  expect(content).toMatchObject({
    account_group_reference: "some account_group_reference",
    products: [{ type: "PAYMENT", distribution_profile_id: "some distribution_profile_id", merchant_category_code: "some merchant_category_code" }],
    channel: { collections: [{ collection_reference: "some collection_reference" }], websites: [] },
    extra_account_data: { business_information: { business_entity_type: "SOLE_TRADER" } },
  });
  const text = JSON.stringify(content);
  for (const own of [
    "account_id",
    "account_reference",
    "account_owner",
    "stakeholders",
    "bank_accounts",
    '_id":"some collection_id',
    "product_id",
    "registration_number",
  ])
    expect(text).not.toContain(`"${own}"`);
});

test("a copy of a merchant with a very long name has a title that it can be saved with", async () => {
  // The half of a character would end it.
  const account_name = `${"x".repeat(191)}\u{1F980}${"x".repeat(60)}`;
  klarna.script = () => ({ body: JSON.stringify({ account_id, account_name }) });
  const { id, version, title } = (await copyOf(account_id)).body as Draft;
  expect(title).toBe(`Copy of ${"x".repeat(191)}`);
  const asked = browserRequest("/d", "PUT", { cookie, body: { environment: "test", version, title, content: {} } });
  expect((await answered(await saveRoute(asked, { params: Promise.resolve({ id }) }))).status).toBe(200);
});

test("it isn't even asked for", () => {
  const asked = klarna.received.map(({ path }) => decodeURIComponent(path)).join();
  expect(asked).toContain("expand=");
  expect(asked).not.toMatch(/beneficiary|settlement|account-information/);
});

test("no copy is made of what can't be read, or isn't an account", async () => {
  klarna.script = () => ({ status: 404, body: '{"error_code":"RESOURCE_NOT_FOUND"}' });
  expect((await copyOf(account_id)).status).toBe(404);
  klarna.received.length = 0;
  for (const odd of ["", "..", "a/b", "a\0"]) expect(problemOf(await copyOf(odd)).status).toBe(400);
  expect(klarna.received).toEqual([]);
});
