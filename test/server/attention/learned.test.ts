import { beforeAll, beforeEach, expect, test } from "vitest";

import { operations } from "@/lib/klarna/operations";
import { query } from "@/lib/server/db/client";
import { learn } from "@/lib/server/merchants/learn";
import { rereadDue } from "@/lib/server/merchants/reread-due";

import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { wholeTable } from "../harness/rows";
import { shownTo } from "./stage";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

let person: SignedIn;
beforeAll(async () => {
  person = await signedIn("support");
});
beforeEach(async () => {
  for (const table of ["attention", "rereads", "merchants"]) await query(`DELETE FROM ${table}`);
});

const account_id = "krn:partner:global:account:test:LEARNT1";
let second = 0;

/** What Klarna answers to an operation; each is asked for later than the one before. */
async function answer(name: string, says: object): Promise<void> {
  const operation = operations.get(name);
  if (!operation) throw new Error(`There is no ${name}.`);
  second += 1;
  await learn({
    environment: "test",
    operation,
    params: { account_id },
    answer: { account_id, ...says },
    askedAt: new Date(Date.UTC(2026, 0, 1, 12, 0, second)),
  });
}

const partially = (state_reason: string) => ({ state: "PARTIALLY_OPERATIONAL", state_reason });
const old = () => query("UPDATE merchants SET state_since = now() - interval '1 hour'");
const isOld = async () => (await query<{ old: boolean }>("SELECT state_since < now() - interval '30 minutes' AS old FROM merchants"))[0]?.old;

test("since when an account is in its state is known: it goes on through reads, and begins with another state, another reason, and a change of ours", async () => {
  await answer("accounts.get", partially("INITIAL_SETUP"));
  expect(await isOld()).toBe(false);
  await old();
  await answer("accounts.get", partially("INITIAL_SETUP"));
  await answer("accounts.get", {});
  expect(await isOld()).toBe(true);
  await answer("accounts.get", partially("ACCOUNT_UPDATE"));
  expect(await isOld()).toBe(false);
  await old();
  await answer("accounts.get", { state: "OPERATIONAL" });
  expect(await isOld()).toBe(false);
  await answer("accounts.get", partially("ACCOUNT_UPDATE"));
  await old();
  // Between two updates it was operational, though nobody looked.
  await answer("accounts.update", partially("ACCOUNT_UPDATE"));
  expect(await isOld()).toBe(false);
});

test("what is missing among people is learnt from a read that holds them; an answer to a change, or one without them, says nothing", async () => {
  const kept = async () => (await query<{ people_gaps: unknown }>("SELECT people_gaps FROM merchants"))[0]?.people_gaps;
  const of = (stakeholders: readonly object[]) => ({
    extra_account_data: { business_information: { business_entity_type: "TRUST" }, beneficiary_information: { stakeholders } },
  });
  await answer("accounts.get", {});
  expect(await kept()).toBeNull();
  await answer("accounts.get", of([{ given_name: "Torkel", roles: ["LEGAL_REPRESENTATIVE"] }]));
  expect(await kept()).toEqual(["NO_OWNER"]);
  await answer("accounts.update", of([{ roles: ["OWNER"] }]));
  await answer("accounts.get", {});
  expect(await kept()).toEqual(["NO_OWNER"]);
  expect(await wholeTable("merchants")).not.toMatch(/Torkel|LEGAL/);
  await answer("accounts.get", of([{ roles: ["OWNER"] }]));
  expect(await kept()).toEqual([]);
});

test("what a read in the background shows is found at once: no look has to come by", async () => {
  const id = await emulator.merchant();
  await emulator.order(`/accounts/${encodeURIComponent(id)}/disable-by-klarna`);
  await query("INSERT INTO rereads (environment, account_id, due_at) VALUES ('test', $1, now())", [id]);
  await rereadDue();
  expect((await shownTo(person, { account_id: id })).map(({ rule }) => rule)).toContain("product-disabled");
});
