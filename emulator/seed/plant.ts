import type { Environment } from "@/lib/klarna/environment";

import type { Klarna } from "../klarna";
import { Random } from "../random";
import { type Account, krn } from "../state/account";
import type { World } from "../state/world";
import { merchant } from "./merchant";
import { settlements } from "./settlement";

/** How much to plant: merchants in the test environment, and the number that everything follows from. */
export interface SeedOrder {
  readonly merchants?: number | undefined;
  readonly seed?: number | undefined;
}

const usual: Readonly<Record<Environment, number>> = { test: 72, live: 12 };

const serialNumbers = ["2C8A1053F979D1E8C96A3A9357AE7D1E", "6F01D2B84C3E5A7790B1E4D8C2F6A355"];

/** Plants merchants and their history; the same order plants the same. What is there already stays, a known reference is passed over. */
export function plant(klarna: Klarna, { merchants = usual.test, seed = 1 }: SeedOrder): Readonly<Record<Environment, number>> {
  return klarna.store.transact(() => {
    klarna.books.plant(seed);
    return {
      test: plantWorld(klarna, "test", new Random(seed), merchants),
      live: plantWorld(klarna, "live", new Random(seed + 1), usual.live),
    };
  });
}

function plantWorld(klarna: Klarna, environment: Environment, random: Random, count: number): number {
  const world = klarna.worlds[environment];
  const before = world.accounts.size;
  const shutOut = Math.min(40, count - 3);
  for (let index = 0; index < count; index += 1) {
    const planted = withEnablements(random, world, index, merchant(random, world, index));
    if (!world.references.has(planted.account_reference)) world.keep(index === shutOut ? disabled(planted) : planted);
  }
  for (const settlement of settlements(random, world, klarna.clock.now())) world.settlements.put(settlement.details.settlement_id, settlement);
  for (const serial_number of serialNumbers) world.certificates.put(serial_number, { serial_number, status: "ACTIVE" });
  plantCredential(random.uuid(), klarna, world);
  return world.accounts.size - before;
}

function withEnablements(random: Random, { catalogue }: World, index: number, account: Account): Account {
  const [product] = account.products;
  const program = random.pick(catalogue.programs.filter(({ enablement_type }) => enablement_type === "OPTIONAL"));
  const id = krn.enablements(random.uuid());
  if (!product || index % 4 !== 0) return account;
  const criteria = { customer_countries: [account.account_reference.slice(0, 2)], merchant_category_codes: [product.merchant_category_code] };
  const period = { effective_from: "2025-03-01T00:00:00Z", effective_to: "2030-03-01T00:00:00Z" };
  const enablement = { payment_program_enablement_id: id, payment_program_id: program.payment_program_id, enablement_criteria: criteria, ...period };
  return { ...account, enablements: { [product.product_id]: [enablement] } };
}

/** As Klarna leaves a merchant it has shut out: its products are off too. */
function disabled(account: Account): Account {
  const off = { state: "DISABLED", state_reason: "NON_COMPLIANT", state_context: { reason_details: "Decision of Klarna's risk and compliance team" } } as const;
  return { ...account, state: "DISABLED", state_reason: "NON_COMPLIANT", products: account.products.map((product) => ({ ...product, ...off })) };
}

/** That of the key that is let in, where the key says which it is. */
function plantCredential(id: string, { keys }: Klarna, { environment, credentials }: World): void {
  const credential_id = keys.credentialOf(environment) ?? id;
  credentials.put(credential_id, { credential_id, description: "Partner Desk", type: "API", environment: environment.toUpperCase() });
}
