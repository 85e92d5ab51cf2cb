import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { generatedReport } from "@/emulator/reports/generated";

/** What the report is of. */
export const settlementId = "113574395";

/** Writes a report of so many transactions that adds up. */
export async function makeReport(file: string, rows: number): Promise<object> {
  await pipeline(Readable.from(reportBytes(rows)), createWriteStream(file, { flush: true }));
  return { rows };
}

/** The same, in pieces as it would come from Klarna. */
export function reportBytes(rows: number): Iterable<Uint8Array> {
  const accounts = Array.from({ length: 500 }, (_, at) => `krn:partner:global:account:test:c0342d28-62b7-4d13-a685-${String(at).padStart(12, "0")}`);
  const entity = "krn:partner:global:settlement:settling-business-entity:K990017";
  const order = { settlement_id: settlementId, rows, seed: 1, currency: "EUR", entity, accounts, to: Date.UTC(2026, 9, 12), opening_debt: 0 };
  return generatedReport(order);
}
