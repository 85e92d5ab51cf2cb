import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { query } from "@/lib/server/db/client";
import { startBackground } from "@/lib/server/jobs/background";

import { ask } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { calm } from "../harness/calm";
import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(
  async () => {
    klarna = await startScriptedKlarna();
    return klarna;
  },
  { DESK_TIME_SCALE: "1" },
);

const [slow, quick] = ["krn:partner:global:account:test:SL0W0001", "krn:partner:global:account:test:QU1CK001"];
const yes = '{"bank_account_id":"krn:b:1"}';
let person: SignedIn;
let stop: (() => Promise<void>) | undefined;
beforeAll(async () => {
  person = await signedIn("operations");
});
afterAll(() => stop?.());

/** A change of unknown outcome, due so many seconds ago. */
async function unknown(account_id: string, index: number, secondsAgo: number): Promise<string> {
  const attempt = crypto.randomUUID();
  calm();
  expect((await ask("bankAccounts.create", { cookie: person.cookie, attempt, body: bankAccountBody(index), search: { account_id } })).status).toBe(504);
  await query("UPDATE operations SET next_try_at = now() - make_interval(secs => $2), next_look_at = NULL WHERE attempt = $1", [attempt, secondsAgo]);
  return attempt;
}

const stateOf = async (attempt: string) => (await operationsOf(attempt))[0]?.state;
const sentFor = (account_id: string) => klarna.received.filter(({ method, path }) => method === "POST" && path.includes(account_id));
const soon = { timeout: 20_000, interval: 20 };

test("an answer that doesn't come holds up no other merchant's repeat, and its own merchant's go one after another", async () => {
  klarna.script = () => ({ status: 500 });
  const first = await unknown(slow, 0, 60);
  const second = await unknown(slow, 1, 50);
  const other = await unknown(quick, 2, 40);
  calm();
  klarna.received.length = 0;
  const held: ServerResponse[] = [];
  klarna.script = ({ method, path }, response) => {
    if (method === "GET") return { status: 404, body: '{"error_code":"NOT_FOUND"}' };
    if (!path.includes(slow)) return { body: yes };
    held.push(response);
    return undefined;
  };
  stop = startBackground();

  await vi.waitFor(async () => expect(await stateOf(other)).toBe("confirmed"), soon);
  const later = await unknownMeanwhile();
  await vi.waitFor(async () => expect(await stateOf(later)).toBe("confirmed"), soon);
  expect([await stateOf(first), await stateOf(second)]).toEqual(["sent", "unknown"]);
  expect(sentFor(slow)).toHaveLength(1);

  const release = () => held.shift()?.writeHead(200, { "content-type": "application/json" }).end(yes);
  release();
  await vi.waitFor(() => expect(sentFor(slow)).toHaveLength(2), soon);
  expect(await stateOf(first)).toBe("confirmed");
  release();
  await vi.waitFor(async () => expect(await stateOf(second)).toBe("confirmed"), soon);
});

/** One that becomes due while the slow one's answer is awaited: the round that sent it isn't over. */
async function unknownMeanwhile(): Promise<string> {
  const [attempt, script] = [crypto.randomUUID(), klarna.script];
  klarna.script = () => ({ status: 500 });
  const asked = ask("bankAccounts.create", { cookie: person.cookie, attempt, body: bankAccountBody(3), search: { account_id: quick } });
  expect((await asked).status).toBe(504);
  calm();
  klarna.script = script;
  await query("UPDATE operations SET next_try_at = now() WHERE attempt = $1", [attempt]);
  return attempt;
}
