import { beforeAll, beforeEach, expect } from "vitest";

import { POST as category } from "@/app/api/desk/merchants/[account_id]/products/category/route";
import { GET as fitting } from "@/app/api/desk/merchants/[account_id]/products/fit/route";
import { POST as reactivate } from "@/app/api/desk/merchants/[account_id]/products/reactivate/route";
import { GET as changes } from "@/app/api/desk/merchants/[account_id]/products/route";
import { POST as suspend } from "@/app/api/desk/merchants/[account_id]/products/suspend/route";
import type { ProductChange, ProductSeen } from "@/lib/desk/product";

import { type Answered, answered, ask, browserRequest } from "../harness/ask";
import { calm } from "../harness/calm";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";

export const doors = { suspend, reactivate, category } as const;

/** A product as Klarna has it. */
export interface ProductNow extends ProductSeen {
  readonly product_id: string;
  readonly state_context?: { readonly reason_details?: string };
}

/** A desk with a merchant that both Sofia and Omar look at, another one for each test. */
export function withProducts() {
  const stage = {} as { emulator: TestEmulator; sofia: SignedIn; omar: SignedIn; finn: SignedIn; account_id: string };
  withDesk(async () => {
    stage.emulator = await startTestEmulator();
    return stage.emulator;
  });
  beforeAll(async () => {
    [stage.sofia, stage.omar, stage.finn] = await Promise.all([signedIn("support"), signedIn("operations"), signedIn("finance")]);
  });
  beforeEach(async () => {
    await stage.emulator.heal();
    calm();
    stage.account_id = await stage.emulator.merchant();
    // The directory knows it from here on.
    expect((await ask("accounts.get", { cookie: stage.omar.cookie, search: { account_id: stage.account_id, expand: "products" } })).status).toBe(200);
  });

  /** The merchant's product as Klarna has it now. */
  const product = async (): Promise<ProductNow> => {
    const { body } = await ask("paymentProducts.list", { cookie: stage.omar.cookie, search: { account_id: stage.account_id } });
    return (body as readonly ProductNow[])[0] as ProductNow;
  };
  /** As somebody has it on their screen. */
  const seenNow = async (): Promise<ProductSeen> => {
    const { state, state_reason, merchant_category_code, state_context } = await product();
    const reason_details = state_context?.reason_details;
    return { state, state_reason, merchant_category_code, ...(reason_details !== undefined && { reason_details }) };
  };
  const order = async (who: SignedIn, act: keyof typeof doors, given: object = {}): Promise<Answered> => {
    const { product_id } = await product();
    const body = { environment: "test", product_id, attempt: crypto.randomUUID(), seen: await seenNow(), ticket: "", ...given };
    return answered(await doors[act](browserRequest("/", "POST", { cookie: who.cookie, body }), { params: Promise.resolve({ account_id: stage.account_id }) }));
  };
  const ledger = async (): Promise<readonly ProductChange[]> => {
    const request = browserRequest("/", "GET", { cookie: stage.finn.cookie, search: { environment: "test" } });
    return (await answered(await changes(request, { params: Promise.resolve({ account_id: stage.account_id }) }))).body as readonly ProductChange[];
  };
  const touched = async (code: string): Promise<Answered> => {
    const { product_id } = await product();
    const request = browserRequest("/", "GET", { cookie: stage.finn.cookie, search: { environment: "test", product_id, code } });
    return answered(await fitting(request, { params: Promise.resolve({ account_id: stage.account_id }) }));
  };
  return { stage, product, seenNow, order, ledger, touched };
}

export const fraud = { reason: "FRAUD", reason_details: "Stolen cards since noon" };
