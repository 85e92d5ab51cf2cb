import { describe, expect, it } from "vitest";

import { type Emulated, emulated } from "./setup/emulator";
import { onboarding, operationalMerchant } from "./setup/merchant";

const fraud = { reason: "FRAUD", reason_details: "Stolen cards" };
const state = async ({ call }: Emulated, path: string) => {
  const { body } = await call("GET", path);
  return `${body.state} ${body.state_reason}`;
};

describe("an account", () => {
  it("is set up after onboarding, and again after each change", async () => {
    const emulator = await emulated();
    const { body } = await emulator.call("POST", "/v2/distribution/onboard", { body: await onboarding(emulator) });
    const one = `/v2/accounts/${body.account_id}`;
    expect(body).toMatchObject({ account_reference: "M-1", state: "PARTIALLY_OPERATIONAL", state_reason: "INITIAL_SETUP" });
    await emulator.advance(2999);
    expect(await state(emulator, one)).toBe("PARTIALLY_OPERATIONAL INITIAL_SETUP");
    await emulator.advance(1);
    expect(await state(emulator, one)).toBe("OPERATIONAL SETUP_COMPLETE");
    expect((await emulator.call("PATCH", one, { body: { account_name: "Blå Rummet" } })).body).toMatchObject({ state_reason: "ACCOUNT_UPDATE" });
    await emulator.advance(3000);
    expect(await state(emulator, one)).toBe("OPERATIONAL SETUP_COMPLETE");
    expect((await emulator.call("GET", one)).body.account_name).toBe("Blå Rummet");
  });

  it("can be read but not managed while it's being set up", async () => {
    const emulator = await emulated();
    const { one, product } = await operationalMerchant(emulator);
    await emulator.call("PATCH", one, { body: { account_name: "Blå Rummet" } });
    for (const [method, path, body] of [
      ["PATCH", one, { account_name: "Röda Rummet" }],
      ["PATCH", `${one}/extra-account-data/business-information`, { business_name: "Blå AB" }],
      ["POST", `${product}/disable`, fraud],
    ] as const) {
      const refused = await emulator.call(method, path, { body });
      expect([refused.status, refused.body.error_code]).toEqual([409, "RESOURCE_CONFLICT"]);
    }
    expect((await emulator.call("GET", `${one}/products/payment`)).body[0].state).toBe("ENABLED");
  });

  it("isn't revived by a migration once Klarna has disabled it or one of its products", async () => {
    for (const what of ["account", "product"]) {
      const emulator = await emulated();
      const { account_id } = await operationalMerchant(emulator);
      const [{ product_id }] = (await emulator.call("GET", `/v2/accounts/${account_id}/products/payment`)).body;
      await emulator.control("POST", what === "account" ? `/accounts/${account_id}/disable-by-klarna` : `/products/${product_id}/terminate`);
      const refused = await emulator.call("POST", "/v2/distribution/migrate", { body: await onboarding(emulator) });
      expect([refused.status, refused.body.error_code], what).toEqual([403, "OPERATION_FORBIDDEN"]);
    }
  });

  it("can't be managed once Klarna has disabled it, nor can its products", async () => {
    const emulator = await emulated();
    const { account_id, one, product } = await operationalMerchant(emulator);
    await emulator.control("POST", `/accounts/${account_id}/disable-by-klarna`);
    expect(await state(emulator, one)).toBe("DISABLED NON_COMPLIANT");
    expect((await emulator.call("GET", `${one}/products/payment`)).body[0].state).toBe("DISABLED");
    const refused = await emulator.call("POST", `${product}/enable`);
    expect([refused.status, refused.body.error_code]).toEqual([403, "OPERATION_FORBIDDEN"]);
    expect((await emulator.call("PATCH", one, { body: { account_name: "Blå Rummet" } })).status).toBe(403);
    await emulator.control("POST", `/accounts/${account_id}/enable-by-klarna`);
    expect(await state(emulator, one)).toBe("OPERATIONAL SETUP_COMPLETE");
  });

  it("takes its account information once, whichever way it comes", async () => {
    const emulator = await emulated();
    const { one } = await operationalMerchant(emulator);
    const body = { account_created_from_ip: "192.0.2.9" };
    const path = `${one}/extra-account-data/account-information`;
    expect((await emulator.call("PATCH", path, { body })).status).toBe(200);
    expect((await emulator.call("PATCH", path, { body })).body.error_message).toBe("Account information can only be set once");
    const whole = await emulator.call("PATCH", one, { body: { extra_account_data: { account_information: body } } });
    expect(whole.status).toBe(409);
    expect((await emulator.call("GET", path)).body).toEqual(body);
  });
});

describe("a payment product", () => {
  it("is disabled for a reason and enabled again, each once", async () => {
    const emulator = await emulated();
    const { product } = await operationalMerchant(emulator);
    const disabled = await emulator.call("POST", `${product}/disable`, { body: fraud });
    expect(disabled.body).toMatchObject({ state: "DISABLED", state_reason: "FRAUD_BY_PARTNER", state_context: { reason_details: "Stolen cards" } });
    expect((await emulator.call("POST", `${product}/disable`, { body: fraud })).status).toBe(409);
    const enabled = await emulator.call("POST", `${product}/enable`);
    expect(enabled.body).toMatchObject({ state: "ENABLED", state_reason: "APPROVED" });
    expect(enabled.body).not.toHaveProperty("state_context");
    const voluntary = await emulator.call("POST", `${product}/disable`, { body: { ...fraud, reason: "VOLUNTARY" } });
    expect(voluntary.body.state_reason).toBe("VOLUNTARY_BY_PARTNER");
  });

  it.each(["disable-by-klarna", "terminate"])("stays off after Klarna's %s until Klarna turns it on", async (decision) => {
    const emulator = await emulated();
    const { one, product } = await operationalMerchant(emulator);
    const [{ product_id }] = (await emulator.call("GET", `${one}/products/payment`)).body;
    await emulator.control("POST", `/products/${product_id}/${decision}`);
    const refused = await emulator.call("POST", `${product}/enable`);
    expect([refused.status, refused.body.error_code]).toEqual([403, "OPERATION_FORBIDDEN"]);
    expect((await emulator.call("POST", `${product}/disable`, { body: fraud })).status).toBe(decision === "terminate" ? 403 : 409);
    await emulator.control("POST", `/products/${product_id}/enable-by-klarna`);
    expect((await emulator.call("GET", `${one}/products/payment`)).body[0].state).toBe("ENABLED");
  });

  it("is meant by `default` only where it's the only one", async () => {
    const emulator = await emulated();
    const { body: draft } = { body: await onboarding(emulator) };
    const merchant = await operationalMerchant(emulator, { products: [...draft.products, ...draft.products] });
    const [first] = (await emulator.call("GET", `${merchant.one}/products/payment`)).body;
    expect((await emulator.call("POST", `${merchant.product}/disable`, { body: fraud })).status).toBe(404);
    expect((await emulator.call("POST", `${merchant.one}/products/payment/${first.product_id}/disable`, { body: fraud })).status).toBe(200);
  });
});
