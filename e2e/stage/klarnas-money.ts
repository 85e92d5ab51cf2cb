import type { Locator } from "@playwright/test";

import { emulatorKeys } from "../../scripts/desk/settings.mjs";
import type { Place } from "./place";

export interface KlarnasPayout {
  readonly payment_reference: string;
  readonly payout_date: string;
  readonly currency_code: string;
  readonly merchant_settlement_type: string;
  readonly totals: Readonly<Record<string, number>>;
}

/** What Klarna has paid out in one place, the latest first, and the key it takes there: what pages say is held against it, never against the desk. */
export async function klarnas({ emulatorUrl }: Pick<Place, "emulatorUrl">, place = "eu/test") {
  const answer = await fetch(`${emulatorUrl}/__emulator/payouts/${place}`);
  return (await answer.json()) as { readonly apiKey: string; readonly payouts: readonly KlarnasPayout[] };
}

/** What Klarna says that a settlement comes to, in minor units. */
export async function klarnasSettlement({ emulatorUrl }: Pick<Place, "emulatorUrl">, id: string): Promise<bigint> {
  const answer = await fetch(`${emulatorUrl}/v2/settlement/settlements/${id}`, { headers: { authorization: `Basic ${emulatorKeys.test}` } });
  return BigInt(((await answer.json()) as { readonly settlement_amount: number }).settlement_amount);
}

/** Minor units of a currency with two decimals, as pages write them. */
export const money = (minor: number) => (minor / 100).toLocaleString("en-GB", { minimumFractionDigits: 2 });

/** What the cells of a table's rows read, row by row, without its head. */
export async function cellsOf(table: Locator): Promise<readonly (readonly string[])[]> {
  return table
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.replaceAll(/\s+/g, " ").trim())));
}

/** What a list of facts says of each. */
export async function factsIn(list: Locator): Promise<Readonly<Record<string, string>>> {
  const pairs = await list
    .locator("dl > div")
    .evaluateAll((facts) => facts.map((fact) => [...fact.children].map((one) => (one as HTMLElement).innerText.replaceAll(/\s+/g, " ").trim())));
  return Object.fromEntries(pairs);
}
