import { everything } from "@/lib/desk/directory";
import { query } from "@/lib/server/db/client";
import { Worker } from "@/lib/server/jobs/worker";
import { checkRun } from "@/lib/server/runs/check";
import { workOnRun } from "@/lib/server/runs/job";
import { makeRun, type Wanted } from "@/lib/server/runs/make";
import type { RunOrder } from "@/lib/server/runs/order";
import { runResults } from "@/lib/server/runs/results";
import { tendRuns } from "@/lib/server/runs/tend";
import type { Session } from "@/lib/server/session";

import type { SignedIn } from "../harness/people";
import type { ScriptedKlarna } from "../harness/scripted-klarna";

/** A made-up account id of TEST. */
export const accountId = (index: number) => `krn:partner:global:account:test:${String(index).padStart(8, "0")}`;

export const suspension: RunOrder = { act: "suspend", reason: "FRAUD", details: "Cards of strangers" };

interface Planted {
  readonly state?: string | null;
  readonly products?: readonly object[] | null;
  /** Minutes since Klarna said so. */
  readonly seen?: number;
}

export const product = (index: number, more: object = {}) => ({
  product_id: `krn:product:${index}`,
  type: "PAYMENT",
  merchant_category_code: "5719",
  state: "ENABLED",
  state_reason: "APPROVED",
  ...more,
});

/** Puts merchants into the directory: operational, with one enabled product, unless it says otherwise. */
export async function plant(indexes: readonly number[], { state = "OPERATIONAL", products, seen = 1 }: Planted = {}): Promise<readonly string[]> {
  const ids = indexes.map(accountId);
  await query(
    `INSERT INTO merchants (environment, account_id, account_name, state, products, seen_at)
     SELECT 'test', id, 'Nordlys ' || right(id, 8), $2, product::jsonb, now() - make_interval(mins => $4::int) FROM unnest($1::text[], $3::text[]) planted (id, product)`,
    [ids, state, indexes.map((index) => (products === null ? null : JSON.stringify(products ?? [product(index)]))), seen],
  );
  return ids;
}

/** A Klarna that does what it is asked, but for what `answer` says otherwise. */
export function obeys(
  klarna: ScriptedKlarna,
  answer: (path: string, times: number) => { status: number; body?: string } | "hang" | undefined = () => undefined,
): void {
  const times = new Map<string, number>();
  klarna.script = ({ path, method, body }) => {
    const count = (times.get(path) ?? 0) + 1;
    times.set(path, count);
    const said = answer(decodeURIComponent(path), count);
    if (said === "hang") return undefined;
    if (said) return { status: said.status, body: said.body ?? JSON.stringify({ error_code: "RESOURCE_CONFLICT", error_message: "No.", error_id: "e-1" }) };
    const id = decodeURIComponent(path.split("/")[3]?.split("?")[0] ?? "");
    const index = Number(id.slice(-8));
    if (method === "GET")
      return { body: JSON.stringify({ account_id: id, account_name: "N", account_reference: "n", state: "OPERATIONAL", products: [product(index)] }) };
    if (path.endsWith("/disable")) return { body: JSON.stringify(product(index, { state: "DISABLED", state_reason: "FRAUD_BY_PARTNER" })) };
    if (path.endsWith("/enable")) return { body: JSON.stringify(product(index)) };
    return { body: JSON.stringify({ type: "PAYMENT", ...JSON.parse(body) }) };
  };
}

/** What was asked of Klarna about products, by account. */
export function updates({ received }: ScriptedKlarna): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path, method } of received) {
    const id = decodeURIComponent(path.split("/")[3]?.split("?")[0] ?? "");
    if (method !== "GET") counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

export const sessionOf = ({ id, sessionId }: SignedIn, role: Session["role"] = "operations") =>
  ({ id: sessionId, personId: id, role, proved: true }) as Session;

/** What somebody who has read the check of an order over some merchants confirms. */
export async function confirmed(accounts: readonly string[], order: RunOrder): Promise<Wanted> {
  const asked = { ...everything, accounts };
  const { run, meant, ready } = await checkRun("test", order, asked);
  return { environment: "test", order, asked, run, meant, count: ready, typed: String(ready) };
}

/** Makes a run over some merchants, as somebody who has read the check does. */
export async function make(by: Session, accounts: readonly string[], order: RunOrder = suspension, more: Partial<Wanted> = {}): Promise<string> {
  return (await makeRun(by, { ...(await confirmed(accounts, order)), ...more })).id;
}

/** A process that leaves nothing to others: there are none here. */
export function onlyWorker(): Worker {
  const { spread: _, ...job } = workOnRun;
  return new Worker([job]);
}

/** Works through what is due, in this process, until nothing is under way. */
export async function work(): Promise<void> {
  await tendRuns();
  const worker = onlyWorker();
  await worker.look();
  await worker.settled();
  await worker.stop();
  await tendRuns();
}

/** What became of each, in the order of their accounts. */
export async function results(
  run: string,
): Promise<readonly { readonly account: string; readonly state: string; readonly code: string | null; readonly said: string | null }[]> {
  const all = (await runResults({ environment: "test", run_id: run })).results;
  return all
    .map(({ account_id, state, code, said }) => ({ account: account_id, state, code, said }))
    .sort((one, other) => one.account.localeCompare(other.account));
}
