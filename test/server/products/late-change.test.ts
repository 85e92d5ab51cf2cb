import { Client } from "pg";
import { expect, test, vi } from "vitest";

import { paymentProducts } from "@/lib/klarna/operations/payment-products";
import { query } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { findMerchant } from "@/lib/server/merchants/directory";
import { change } from "@/lib/server/operations/change";

import { ask } from "../harness/ask";
import { fraud, withProducts } from "./stage";

const { stage, product } = withProducts();

test("what Klarna answers to a change that waited is learned, though somebody has looked at the merchant meanwhile", async () => {
  const { account_id, omar } = stage;
  const { product_id } = await product();
  const other = new Client({ connectionString: env().DATABASE_URL });
  await other.connect();
  await other.query("BEGIN");
  await other.query("LOCK TABLE operations IN EXCLUSIVE MODE");
  const given = { environment: "test", operation: paymentProducts.disable, params: { account_id, product_id }, attempt: crypto.randomUUID() } as const;
  const changing = change({ personId: omar.id, role: "operations" }, { ...given, value: fraud, body: JSON.stringify(fraud) }, "background");
  await vi.waitUntil(async () => (await query("SELECT FROM pg_locks WHERE NOT granted AND relation = 'operations'::regclass")).length > 0);
  expect((await ask("accounts.get", { cookie: omar.cookie, search: { account_id, expand: "products" } })).status).toBe(200);
  await other.query("COMMIT");
  await other.end();
  await changing;
  expect(await findMerchant("test", account_id)).toMatchObject({ products: [{ state: "DISABLED" }] });
});
