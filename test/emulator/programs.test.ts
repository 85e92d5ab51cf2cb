import { describe, expect, it } from "vitest";

import { type Emulated, emulated } from "./setup/emulator";
import { operationalMerchant } from "./setup/merchant";

const plans = "/v2/distribution/products/payment/payment-program-plans";
const prices = "/v2/distribution/products/payment/price-plans";
const dates = { effective_from: "2026-01-01T00:00:00Z", effective_to: "2030-01-01T00:00:00Z" };

describe("a payment program", () => {
  it("is enabled where it's optional, for a time that doesn't end before it begins", async () => {
    const emulator = await emulated();
    const { product } = await operationalMerchant(emulator);
    const create = (parts: object) =>
      emulator.call("POST", `${product}/payment-program-enablements`, { body: { enablement_criteria: {}, ...dates, ...parts } });
    const refused = [
      await create({ payment_program_id: await programOf(emulator, "PRESET") }),
      await create({ payment_program_id: await programOf(emulator, "RESTRICTED") }),
      await create({ payment_program_id: "krn:none" }),
      await create({ payment_program_id: await programOf(emulator, "OPTIONAL"), effective_to: dates.effective_from }),
    ];
    expect(refused.map(({ body }) => body.validation_errors[0].parameter)).toEqual([...Array(3).fill("payment_program_id"), "effective_to"]);

    const { body } = await create({ payment_program_id: await programOf(emulator, "OPTIONAL") });
    const one = `${product}/payment-program-enablements/${body.payment_program_enablement_id}`;
    await emulator.call("PATCH", one, { body: { effective_to: "2027-01-01T00:00:00Z" } });
    expect((await emulator.call("GET", one)).body).toEqual({ ...body, effective_to: "2027-01-01T00:00:00Z" });
  });

  it("is listed for a product by its category, and read by its id", async () => {
    const emulator = await emulated();
    const { product } = await operationalMerchant(emulator);
    const { payment_programs } = (await emulator.call("GET", `${product}/payment-programs?enablement_type=OPTIONAL`)).body;
    expect(payment_programs.length).toBeGreaterThan(0);
    const [program] = payment_programs;
    expect((await emulator.call("GET", `/v2/distribution/products/payment/payment-programs/${program.payment_program_id}`)).body).toEqual(program);
  });
});

describe("a plan with versions", () => {
  it.each([
    ["of programs", plans, "payment_program_plans", "payment_program_plan_id", "enablement_type=PRESET"],
    ["of prices", prices, undefined, "price_plan_id", "country=SE"],
  ])("%s is read as it is now, at a version, and after its next one", async (_, path, wrapper, id, query) => {
    const emulator = await emulated();
    const { body } = await emulator.call("GET", path);
    const one = `${path}/${(wrapper ? body[wrapper] : body)[0][id]}?${query}`;
    const versionAt = async (more = "") => (await emulator.call("GET", `${one}${more}`)).body.version;
    expect([await versionAt(), await versionAt("&version=1"), await versionAt("&version=3")]).toEqual([2, 1, 3]);
    expect((await emulator.call("GET", `${one}&version=4`)).status).toBe(404);
    await emulator.advance(366 * 86_400_000);
    expect(await versionAt()).toBe(3);
  });

  it("of prices is read at a moment too, and never without asking for something", async () => {
    const { call } = await emulated();
    const one = `${prices}/${(await call("GET", prices)).body[0].price_plan_id}`;
    const lastYears = `${new Date().getUTCFullYear() - 1}-01-01T00:00:00Z`;
    expect((await call("GET", `${one}?date_time=${lastYears}`)).body.version).toBe(1);
    expect((await call("GET", one)).status).toBe(400);
  });
});

async function programOf({ call }: Emulated, type: string): Promise<string> {
  const plan = (await call("GET", plans)).body.payment_program_plans[0].payment_program_plan_id;
  return (await call("GET", `${plans}/${plan}?enablement_type=${type}`)).body.payment_programs[0].payment_program_id;
}
