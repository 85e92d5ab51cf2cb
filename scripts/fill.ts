import { type Environment, environments } from "@/lib/klarna/environment";
import { type Region, regionNames } from "@/lib/klarna/payouts-api/hosts";
import { isRole } from "@/lib/klarna/permissions";
import { closeDatabase, query } from "@/lib/server/db/client";
import { checkImport } from "@/lib/server/imports/check";
import { importAccounts } from "@/lib/server/imports/job";
import { startImport } from "@/lib/server/imports/start";
import { closeBoss } from "@/lib/server/jobs/boss";
import { Worker } from "@/lib/server/jobs/worker";
import { leaveLanes } from "@/lib/server/klarna/lanes";
import { addConnection, listConnections } from "@/lib/server/payouts/connections/connections";
import { syncPayouts } from "@/lib/server/payouts/sync/job";
import { addPerson } from "@/lib/server/people";
import { lookUpSettlement } from "@/lib/server/settlements/ask";
import { loadSettlements } from "@/lib/server/settlements/job";

import { demoPeople } from "./desk/people.mjs";

const { EMULATOR_URL = "", DEMO_PASSWORD = "" } = process.env;

for (const environment of environments) {
  const ids = (await accountsOf(environment)).join("\n");
  if (ids !== "" && (await checkImport(environment, ids)).new > 0) await startImport(environment, ids, undefined);
}
// Read here and now, so that a demo opens with a directory: this Klarna has no limits for a moment.
await limit("unlimited");
for (const environment of environments) for (const region of ["eu", "na"] as const) await connectPayouts(environment, region);
for (const environment of environments) for (const id of await settlementsOf(environment)) await lookUpSettlement(environment, id);
const worker = new Worker([importAccounts, syncPayouts, loadSettlements]);
// Two of a kind are worked at together.
for (let rounds = 0; rounds < 3; rounds += 1) {
  await worker.look();
  await worker.settled();
}
await worker.stop();
leaveLanes();
await limit(1);
await query("DELETE FROM rate_budgets");

const present = await query<{ email: string }>("SELECT email FROM people");
for (const { email, name, role } of demoPeople) {
  if (isRole(role) && !present.some((person) => person.email === email)) await addPerson({ email, name, role, password: DEMO_PASSWORD });
}
await closeBoss();
await closeDatabase();

async function accountsOf(environment: Environment): Promise<readonly string[]> {
  const answer = await fetch(`${EMULATOR_URL}/__emulator/accounts?environment=${environment}`);
  const accounts: readonly { readonly account_id: string }[] = await answer.json();
  return accounts.map(({ account_id }) => account_id);
}

/** What Klarna has settled of late; and one week that doesn't add up, so that one can see what the desk says of it. */
async function settlementsOf(environment: Environment): Promise<readonly string[]> {
  const door = `${EMULATOR_URL}/__emulator/settlements`;
  const wrong = { environment, settlement_id: "113577419", rows: 600, currency: "DKK", fault: "the VAT is off by five", announce: false };
  if (environment === "test") await fetch(door, { method: "POST", body: JSON.stringify(wrong) });
  return (await fetch(`${door}?environment=${environment}`)).json();
}

/** The emulated merchants whose payouts are settled by the older API: one in Europe, one in North America. */
async function connectPayouts(environment: Environment, region: Region): Promise<void> {
  const name = `Nordlys ${regionNames[region]}`;
  const known = await listConnections();
  if (known.some((connection) => connection.environment === environment && connection.name === name)) return;
  const answer = await fetch(`${EMULATOR_URL}/__emulator/payouts/${region}/${environment}`);
  const { apiKey }: { readonly apiKey: string } = await answer.json();
  const since = new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10);
  await addConnection({ environment, region, name, start_date: since, api_key: apiKey }, undefined);
}

async function limit(factor: number | "unlimited"): Promise<void> {
  await fetch(`${EMULATOR_URL}/__emulator/limits`, { method: "POST", body: JSON.stringify({ factor }) });
}
