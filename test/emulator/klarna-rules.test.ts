import { describe, expect, it } from "vitest";

import { emulated } from "./setup/emulator";
import { bankAccount, onboarding, operationalMerchant } from "./setup/merchant";

const information = { registration_number: "HRB 86891", operating_address: { country: "DE" } };
const place = "extra_account_data";

/** What only Klarna can know: the desk's own checks let it through. */
describe("Klarna refuses", () => {
  it.each([
    ["a website that can't be reached", { channel: { websites: [{ urls: ["https://shop.example", "https://shop.invalid"] }] } }, "channel.websites[0].urls[1]"],
    [
      "a profile that it didn't set up",
      { products: [{ type: "PAYMENT", distribution_profile_id: "krn:other", merchant_category_code: "5712" }] },
      "products[0].distribution_profile_id",
    ],
    [
      "a German number without its court",
      { extra_account_data: { business_information: information } },
      `${place}.business_information.registration_authority`,
    ],
    [
      "a BIC of another country than the IBAN",
      { extra_account_data: { settlement_information: { bank_accounts: [{ ...bankAccount, bic: "NDEAFIHH" }] } } },
      `${place}.settlement_information.bank_accounts[0].bic`,
    ],
    ["a group that it doesn't know", { account_group_id: "krn:partner:global:account:group:none" }, "account_group_id"],
    [
      "a collection that isn't there",
      { channel: { websites: [{ urls: ["https://shop.example"], channel_collection_reference: "none" }] } },
      "channel.websites[0].channel_collection_reference",
    ],
  ])("to onboard a merchant with %s", async (_, parts, parameter) => {
    const emulator = await emulated();
    const refused = await emulator.call("POST", "/v2/distribution/onboard", { body: await onboarding(emulator, parts) });
    expect(refused.status).toBe(400);
    expect(refused.body.validation_errors.map((error: { parameter: string }) => error.parameter)).toEqual([parameter]);
    expect((await emulator.call("POST", "/v2/distribution/onboard", { body: await onboarding(emulator) })).status).toBe(200);
  });

  it("a reference that another merchant carries, and lets a migration overwrite it", async () => {
    const emulator = await emulated();
    const { account_id } = await operationalMerchant(emulator);
    const body = await onboarding(emulator, { account_name: "Blå Rummet" });
    const refused = await emulator.call("POST", "/v2/distribution/onboard", { body });
    expect([refused.status, refused.body.error_code]).toEqual([409, "RESOURCE_CONFLICT"]);
    const migrated = await emulator.call("POST", "/v2/distribution/migrate", { body });
    expect(migrated.body).toMatchObject({ account_id, account_name: "Blå Rummet", state: "PARTIALLY_OPERATIONAL" });
  });

  it("a change to a reference that another merchant carries, and frees the old one on a change that's fine", async () => {
    const emulator = await emulated();
    const { one } = await operationalMerchant(emulator);
    await operationalMerchant(emulator, { account_reference: "M-2" });
    expect((await emulator.call("PATCH", one, { body: { account_reference: "M-2" } })).status).toBe(409);
    expect((await emulator.call("PATCH", one, { body: { account_reference: "M-3" } })).status).toBe(200);
    expect((await emulator.call("POST", "/v2/distribution/onboard", { body: await onboarding(emulator) })).status).toBe(200);
  });

  it("the same faults in a change as in an onboarding", async () => {
    const emulator = await emulated();
    const { one } = await operationalMerchant(emulator);
    const [website] = (await emulator.call("GET", `${one}/channel/websites`)).body;
    const changed = await emulator.call("PATCH", `${one}/channel/websites/${website.website_id}`, { body: { urls: ["https://shop.invalid"] } });
    expect(changed.body.validation_errors[0].parameter).toBe("urls[0]");
    const created = await emulator.call("POST", `${one}/extra-account-data/settlement-information/bank-accounts`, {
      body: { ...bankAccount, bic: "NDEAFIHH" },
    });
    expect(created.body.validation_errors[0].parameter).toBe("bic");
    const business = await emulator.call("PATCH", `${one}/extra-account-data/business-information`, { body: information });
    expect(business.body.validation_errors[0].parameter).toBe("registration_authority");
    const court = { ...information, registration_authority: "Amtsgericht München" };
    expect((await emulator.call("PATCH", `${one}/extra-account-data/business-information`, { body: court })).status).toBe(200);
  });
});
