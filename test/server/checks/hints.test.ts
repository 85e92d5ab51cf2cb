import { describe, expect, it } from "vitest";

import { POST } from "@/app/api/desk/checks/route";
import type { CheckHint } from "@/lib/desk/check";
import type { Role } from "@/lib/klarna/permissions";
import { query } from "@/lib/server/db/client";
import { ibanIndex } from "@/lib/server/merchants/iban-index";

import { answered, browserRequest, problemOf } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";

withDesk(noKlarna);

const business = "extra_account_data.business_information";
const bank = "extra_account_data.settlement_information.bank_accounts";
const iban = "SE4550000000058398257466";

describe("what the desk notices about an onboarding in preparation", () => {
  it("says which merchant has a reference already, in this environment only", async () => {
    await known("krn:test:1", { reference: "M-1", name: "Nordlys" });
    expect(await hints({ account_reference: "M-1" })).toMatchObject([{ path: "account_reference", merchant: { account_id: "krn:test:1", name: "Nordlys" } }]);
    expect(await hints({ account_reference: "M-2" })).toEqual([]);
    expect(await hints({ account_reference: "M-1" }, "live")).toEqual([]);
  });

  it("says which merchant is paid out to an IBAN, however it is written, in this environment only", async () => {
    await known("krn:test:2", { name: "Fjord", iban });
    const accounts = (written: string) => ({ extra_account_data: { settlement_information: { bank_accounts: [{}, { iban: written }] } } });
    expect(await hints(accounts("se45 5000 0000 0583 9825 7466"))).toMatchObject([{ path: `${bank}.1.iban`, merchant: { name: "Fjord" } }]);
    expect(await hints(accounts("DE89370400440532013000"))).toEqual([]);
    expect(await hints(accounts(iban), "live")).toEqual([]);
  });

  it("says that another merchant has a reference or an IBAN of one that there is, and not that it has them itself", async () => {
    const own = "krn:test:5";
    const body = { account_reference: "M-5", extra_account_data: { settlement_information: { bank_accounts: [{ iban: "FI2112345600000785" }] } } };
    const named = async () => (await hints(body, "test", own)).map(({ path, merchant }) => [path, merchant?.name]);
    await known(own, { reference: "M-5", name: "Own", iban: "FI2112345600000785" });
    expect(await named()).toEqual([]);
    await known("krn:test:6", { reference: "M-5", name: "Other", iban: "FI2112345600000785" });
    // Whichever of the two the database would name first.
    await query("UPDATE merchants SET first_seen_at = now() - interval '1 day' WHERE account_id = 'krn:test:6'");
    expect(await named()).toEqual([
      ["account_reference", "Other"],
      [`${bank}.0.iban`, "Other"],
    ]);
  });

  it("knows the registers of countries that Klarna states no rule for, and leaves the others to the rule", async () => {
    expect(await pathsOf(registered("SE", "556016-0681"))).toEqual([`${business}.registration_number`]);
    expect(await pathsOf(registered("SE", "556016-0680"))).toEqual([]);
    // Companies go by their tax number there.
    for (const [country, right, wrong] of [
      ["ES", "B12345674", "B12345678"],
      ["MX", "MAB9307148T4", "MAB9307148T5"],
    ] as const) {
      expect(await pathsOf(registered(country, right)), country).toEqual([]);
      expect(await pathsOf(registered(country, wrong)), country).toEqual([`${business}.registration_number`]);
    }
    const operating = { registration_number: "556016-0681", operating_address: { country: "SE" } };
    expect(await pathsOf({ extra_account_data: { business_information: operating } })).toEqual([`${business}.registration_number`]);
    expect(await pathsOf(registered("DK", "1"))).toEqual([]);
    expect(await pathsOf(registered("__proto__", "1"))).toEqual([]);
    expect(await pathsOf(registered("GB", "01234567"))).toEqual([]);
  });

  it("knows how countries write postal codes", async () => {
    const address = { country: "SE", postal_code: "ABC" };
    const body = {
      extra_account_data: {
        business_information: { registration_address: address, operating_address: { country: "GB", postal_code: "SW1A 1AA" } },
        beneficiary_information: { stakeholders: [{}, { address }] },
      },
    };
    expect(await pathsOf(body)).toEqual([
      `${business}.registration_address.postal_code`,
      "extra_account_data.beneficiary_information.stakeholders.1.address.postal_code",
    ]);
  });

  it("compares bank accounts with each other and with the business", async () => {
    const own = { iban: "NO9386011117947", bic: "DNBANOKKXXX", account_holder: "NORDLYS keramik" };
    const body = (...bank_accounts: readonly object[]) => ({
      account_name: "Nordlys",
      extra_account_data: { business_information: { business_name: "Nordlys Keramik AS" }, settlement_information: { bank_accounts } },
    });
    expect(await pathsOf(body(own))).toEqual([]);
    expect(await pathsOf(body(own, own))).toEqual([`${bank}.1.iban`]);
    expect(await pathsOf(body({ ...own, bic: "NDEAFIHHXXX" }))).toEqual([`${bank}.0.bic`]);
    expect(await pathsOf(body({ ...own, account_holder: "Vintersjö AS" }))).toEqual([`${bank}.0.account_holder`]);
    // Guernsey's and New Caledonia's banks give accounts of the United Kingdom and of France.
    for (const [iban, bic] of [
      ["GB29NWBK60161331926819", "RBOSGGSXXXX"],
      ["FR1420041010050500013M02606", "BCALNCNNXXX"],
    ])
      expect(await pathsOf(body({ iban, bic }))).toEqual([]);
    expect(await pathsOf(body({ iban: "GB29NWBK60161331926819", bic: "BCALNCNNXXX" }))).toEqual([`${bank}.0.bic`]);
    // Of an account that stands already only the country of its IBAN is known.
    expect(await pathsOf(body({ iban_country: "SE", bic: "NDEAFIHHXXX" }))).toEqual([`${bank}.0.bic`]);
    expect(await pathsOf(body({ iban_country: "FI", bic: "NDEAFIHHXXX" }))).toEqual([]);
  });
});

describe("who may ask", () => {
  it("is whoever may onboard, and nobody else", async () => {
    expect((await ask({ account_reference: "M-1" }, "finance")).status).toBe(403);
    expect((await ask({ account_reference: "M-1" }, "nobody")).status).toBe(401);
    expect(await query("SELECT detail FROM audit_entries WHERE kind = 'refused' AND operation = 'checks'")).toHaveLength(1);
  });

  it("gets a clear refusal for what isn't an onboarding", async () => {
    for (const body of [7, null, [], { account_reference: 7 }, { account_reference: "x".repeat(3_000) }]) {
      const answer = await ask(body);
      expect(answer.status).toBe(400);
      expect(problemOf(answer).code).toBe("INVALID_INPUT");
    }
  });
});

async function ask(body: unknown, role: Role | "nobody" = "operations", environment = "test", account_id?: string) {
  const cookie = role === "nobody" ? undefined : (await signedIn(role)).cookie;
  return answered(await POST(browserRequest("/api/desk/checks", "POST", { cookie, body: { environment, account_id, body } })));
}

async function hints(body: object, environment = "test", accountId?: string): Promise<readonly CheckHint[]> {
  const { status, body: answer } = await ask(body, "operations", environment, accountId);
  expect(status).toBe(200);
  return answer as readonly CheckHint[];
}

async function pathsOf(body: object): Promise<readonly string[]> {
  return (await hints(body)).map(({ path }) => path);
}

function registered(country: string, registration_number: string): object {
  return { extra_account_data: { business_information: { registration_number, registration_address: { country } } } };
}

async function known(accountId: string, merchant: { readonly reference?: string; readonly name: string; readonly iban?: string }): Promise<void> {
  await query("INSERT INTO merchants (environment, account_id, account_reference, account_name) VALUES ('test', $1, $2, $3)", [
    accountId,
    merchant.reference ?? null,
    merchant.name,
  ]);
  if (merchant.iban === undefined) return;
  await query("INSERT INTO bank_index (environment, account_id, iban_index) VALUES ('test', $1, $2)", [accountId, ibanIndex("test", merchant.iban)]);
}
