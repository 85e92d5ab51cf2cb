import { expect, onTestFinished, test, vi } from "vitest";

import type { CategoryFit } from "@/lib/desk/product";
import type { OutputOf } from "@/lib/klarna/operation";
import type { paymentPrograms } from "@/lib/klarna/operations/payment-programs";

import { ask } from "../harness/ask";
import { withProducts } from "./stage";

const { stage, touched } = withProducts();

async function optional(): Promise<{ readonly payment_program_id: string; readonly payment_program_name?: string | null | undefined }> {
  const search = { account_id: stage.account_id, product_id: "default", enablement_type: "OPTIONAL" };
  const { body } = await ask("paymentPrograms.listForProduct", { cookie: stage.omar.cookie, search });
  const [program] = (body as OutputOf<typeof paymentPrograms.listForProduct>).payment_programs;
  if (!program) throw new Error("The product may have no optional program.");
  return program;
}

const enable = async (payment_program_id: string, enablement_criteria: object, effective_to = "2090-01-01T00:00:00Z") =>
  expect(
    (
      await ask("paymentProgramEnablements.create", {
        cookie: stage.omar.cookie,
        search: { account_id: stage.account_id, product_id: "default" },
        body: { payment_program_id, enablement_criteria, effective_from: "2020-01-01T00:00:00Z", effective_to },
        attempt: crypto.randomUUID(),
      })
    ).status,
  ).toBe(200);

test("another category touches what was enabled for the old one only, and what the plan doesn't offer for the new one", async () => {
  const { payment_program_id, payment_program_name } = await optional();
  await enable(payment_program_id, { customer_countries: ["SE"], merchant_category_codes: ["5719"] });
  await enable(payment_program_id, { customer_countries: ["SE"] });
  await enable(payment_program_id, { customer_countries: ["SE"], merchant_category_codes: ["5719"] }, "2021-01-01T00:00:00Z");
  const { enablements } = (await touched("5732")).body as CategoryFit;
  // What has ended isn't touched.
  expect(enablements).toMatchObject([
    { program: payment_program_name, countries: ["SE"], fits: "no", because: expect.stringContaining("5719") },
    { program: payment_program_name, countries: ["SE"], fits: "yes", because: "" },
  ]);
  const unplanned = (await touched("7999")).body as CategoryFit;
  expect(unplanned.enablements.map(({ fits }) => fits)).toEqual(["no", "no"]);
});

test("what is open is said by the database's clock, whatever this machine's is set to", async () => {
  const { payment_program_id } = await optional();
  const dayLong = 24 * 3_600_000;
  await enable(payment_program_id, { customer_countries: ["SE"] }, new Date(Date.now() + dayLong).toISOString());
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 40 * dayLong });
  onTestFinished(() => void vi.useRealTimers());
  expect((await touched("5732")).body).toMatchObject({ enablements: [{ countries: ["SE"] }] });
});

test("a plan that can't be read says nothing, and isn't taken for one that fits", async () => {
  const { payment_program_id } = await optional();
  await enable(payment_program_id, { customer_countries: ["SE"] });
  await stage.emulator.fault("paymentProgramPlans.get", "500", 50);
  const { enablements } = (await touched("5732")).body as CategoryFit;
  expect(enablements.map(({ fits }) => fits)).toEqual(["unknown"]);
});

test("a product with nothing enabled is touched in nothing", async () => {
  expect((await touched("5732")).body).toEqual({ code: "5732", enablements: [] });
});
