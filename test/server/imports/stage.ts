import { beforeAll, beforeEach } from "vitest";

import { query } from "@/lib/server/db/client";
import { importAccounts } from "@/lib/server/imports/job";
import { startImport } from "@/lib/server/imports/start";
import { Worker } from "@/lib/server/jobs/worker";

import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

/** This file's Klarna. */
export let klarna: ScriptedKlarna;
/** Somebody of operations. */
export let omar: SignedIn;
/** What is done in Omar's name. */
export const by = () => ({ personId: omar.id, role: "operations" as const });
/** Where this test's account ids begin: no other test of the file has any of the next thousand. */
export let from = 0;

/** A desk with a Klarna that knows every account, anew for each test. */
export function withImports(): void {
  withDesk(async () => {
    klarna = await startScriptedKlarna();
    return klarna;
  });
  beforeAll(async () => {
    omar = await signedIn("operations");
  });
  beforeEach(() => {
    from += 1_000;
    klarna.received.length = 0;
    knowsAll(klarna);
  });
}

/** A made-up account id of TEST. */
export const accountId = (index: number) => `krn:partner:global:account:test:${String(index).padStart(8, "0")}`;

/** A Klarna that knows every account but these, and takes a moment for each. */
export function knowsAll(
  klarna: ScriptedKlarna,
  { but = [], milliseconds = 0 }: { readonly but?: readonly string[]; readonly milliseconds?: number } = {},
): void {
  klarna.script = ({ path }, response) => {
    const id = askedFor(path);
    const known = !but.includes(id);
    const body = known
      ? JSON.stringify({ account_id: id, account_name: `Nordlys ${id.slice(-8)}`, state: "OPERATIONAL" })
      : '{"error_code":"RESOURCE_NOT_FOUND"}';
    setTimeout(() => {
      response.writeHead(known ? 200 : 404, { "content-type": "application/json", "x-ratelimit-limit": unlimited }).end(body);
    }, milliseconds);
    return undefined;
  };
}

const unlimited = '1000000, 1000000;w=1;name="account_partner-management",1000000;w=1;name="psp_partner-management"';

export function askedFor(path: string): string {
  return decodeURIComponent(path.split("/")[3]?.split("?")[0] ?? "");
}

/** How often each account was asked for. */
export function asked({ received }: ScriptedKlarna): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of received) counts.set(askedFor(path), (counts.get(askedFor(path)) ?? 0) + 1);
  return counts;
}

/** A list of made-up ids, taken in by nobody in particular unless it is said by whom. */
export async function startList(from: number, count: number, by?: SignedIn): Promise<string> {
  const ids = Array.from({ length: count }, (_, index) => accountId(from + index));
  return (await startImport("test", ids.join("\n"), by && { personId: by.id, role: "operations" })).id;
}

/** Works through what is due, in this process. */
export async function work(): Promise<void> {
  const worker = new Worker([importAccounts]);
  await worker.look();
  await worker.settled();
  await worker.stop();
}

/** As if so much time had passed that the lease of whoever runs this job has run out. */
export async function leaseRunsOut(id: string): Promise<void> {
  await query("UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE id = $1 AND state = 'active'", [id]);
}
