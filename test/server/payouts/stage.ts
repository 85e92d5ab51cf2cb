import { credentialOf } from "@/emulator/payouts/credentials";
import type { Environment } from "@/lib/klarna/environment";
import type { Region } from "@/lib/klarna/payouts-api/hosts";
import { query } from "@/lib/server/db/client";
import { Worker } from "@/lib/server/jobs/worker";
import { breakerOf } from "@/lib/server/klarna/breaker";
import { addConnection } from "@/lib/server/payouts/connections/connections";
import { syncPayouts } from "@/lib/server/payouts/sync/job";
import { findSync } from "@/lib/server/payouts/sync/standing";
import { startSync } from "@/lib/server/payouts/sync/start";

import type { TestEmulator } from "../harness/emulator";

/** What Klarna has paid out, from now on: so many payouts of so many lines, some hours apart, the last one begun yesterday. */
export async function book(
  emulator: TestEmulator,
  plan: { payouts: number; lines: number; every?: number },
  region: Region = "eu",
  environment: Environment = "test",
) {
  await emulator.order("/payouts", { region, environment, plan });
  return paidOut(emulator, region, environment);
}

export interface PaidOut {
  readonly payment_reference: string;
  readonly payout_date: string;
  readonly totals: Readonly<Record<string, number>>;
}

/** Klarna's own list, the latest first. */
export async function paidOut(emulator: TestEmulator, region: Region = "eu", environment: Environment = "test"): Promise<readonly PaidOut[]> {
  const answer = await fetch(`${emulator.url}/__emulator/payouts/${region}/${environment}`);
  return ((await answer.json()) as { readonly payouts: readonly PaidOut[] }).payouts;
}

/** A connection to the emulator's merchant of a region, by its API key. Its first reading waits to be done. */
export async function connect(region: Region = "eu", environment: Environment = "test", start_date = "2024-01-01"): Promise<string> {
  const { apiKey } = credentialOf(region, environment);
  const { id } = await addConnection({ environment, region, name: `Shop in ${region}`, start_date, api_key: apiKey }, undefined);
  return id;
}

/** Connects Europe and reads it to the end. */
export async function readFirst(): Promise<string> {
  const id = await connect();
  const [first] = await query<{ id: string }>("SELECT id FROM payout_syncs WHERE connection_id = $1", [id]);
  await workUntilOver(first?.id ?? "");
  return id;
}

/** Works through the readings that are due, in this process. */
export async function work(): Promise<void> {
  const worker = new Worker([syncPayouts]);
  await worker.look();
  await worker.settled();
  await worker.stop();
}

/** Reads a connection to the end; answers how that stands. */
export async function sync(connection: string, kind: "full" | "incremental" | "deep" = "incremental") {
  const { id } = await startSync(connection, kind, undefined);
  await workUntilOver(id);
  return findSync(id);
}

/** Works until a reading is over: on a busy machine Klarna may seem slow, and the rest is left for later. */
export async function workUntilOver(id: string): Promise<void> {
  for (let rounds = 0; rounds < 10; rounds += 1) {
    await work();
    const { state } = await findSync(id);
    if (state !== "waiting") return;
    calm();
    await query("UPDATE pgboss.job SET start_after = now() WHERE name = 'payouts' AND state = 'retry'");
  }
}

/** Closes the breaker, as after an answer of Klarna's. */
function calm(): void {
  breakerOf("payouts eu test").learn({ kind: "yes", status: 200, body: undefined });
}

/** Ends what is open, and forgets everything that was read. */
export async function forgetPayouts(): Promise<void> {
  await query("TRUNCATE payout_connections CASCADE");
  await query("DELETE FROM pgboss.job WHERE name = 'payouts'");
}

/** Everything that was read, without when it was. */
export async function everything() {
  const payouts = await query<{ payment_reference: string; amount: string; proof: unknown }>(
    "SELECT payment_reference, amount, content, proof, lines_due, gone_at IS NOT NULL AS gone FROM payouts ORDER BY payment_reference",
  );
  const lines = await query<{ payout: string; key: string; content: Readonly<Record<string, unknown>> }>(
    `SELECT p.payment_reference AS payout, encode(key, 'hex') AS key, type, l.amount, tax, l.content FROM payout_lines l JOIN payouts p ON p.id = l.payout_id
     ORDER BY payout, key`,
  );
  const sums = await query(
    "SELECT p.payment_reference, type, detailed_type, lines, s.amount, tax FROM payout_sums s JOIN payouts p ON p.id = s.payout_id ORDER BY 1, 2, 3",
  );
  return { payouts, lines, sums };
}
