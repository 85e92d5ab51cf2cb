import { beforeAll, expect, test } from "vitest";

import { bankAccounts } from "@/lib/klarna/operations/bank-accounts";
import { ProblemError } from "@/lib/klarna/problem";
import { query } from "@/lib/server/db/client";
import type { Answer } from "@/lib/server/klarna/answer";
import { type Actor, type Change, record } from "@/lib/server/operations/record";
import { settle } from "@/lib/server/operations/settle";

import { bankAccountBody } from "../harness/bank-account";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit, operationsOf } from "../harness/rows";

withDesk(noKlarna);

let actor: Actor;
beforeAll(async () => {
  actor = { personId: (await signedIn("operations")).id, role: "operations" };
});

function newChange(): Change {
  const value = bankAccountBody(0);
  const params = { account_id: "krn:partner:global:account:test:LWT2XJSE" };
  return { environment: "test", operation: bankAccounts.create, params, attempt: crypto.randomUUID(), body: JSON.stringify(value), value };
}

const yes: Answer = { kind: "yes", status: 200, body: { bank_account_id: "krn:b:1" } };
const no: Answer = { kind: "no", status: 400, problem: new ProblemError({ status: 400, code: "VALIDATION_ERROR", message: "" }) };

async function expireLease({ attempt }: Change): Promise<void> {
  await query("UPDATE operations SET lease_until = now() - interval '1 second' WHERE attempt = $1", [attempt]);
}

test("a sender that was overtaken settles nothing, and leaves no entry", async () => {
  const change = newChange();
  const slow = await record(actor, change);
  await expireLease(change);
  const quick = await record(actor, change);
  expect(quick).toMatchObject({ id: slow.id, fence: slow.fence + 1, inDoubt: true, idempotencyKey: slow.idempotencyKey });

  const before = await latestAudit();
  await settle(actor, change, slow, no, undefined);
  expect(await operationsOf(change.attempt)).toMatchObject([{ state: "sent" }]);
  expect(await auditAfter(before)).toEqual([]);

  await settle(actor, change, quick, yes, undefined);
  await settle(actor, change, slow, no, undefined);
  expect(await operationsOf(change.attempt)).toMatchObject([{ state: "confirmed" }]);
  expect((await auditAfter(before)).map(({ kind }) => kind)).toEqual(["operation-confirmed"]);
});

test("what was sent before is in doubt, also on a database whose clock has gone back since", async () => {
  const change = newChange();
  expect(await record(actor, change)).toMatchObject({ inDoubt: false });
  await query("UPDATE operations SET first_sent_at = now() + interval '1 minute' WHERE attempt = $1", [change.attempt]);
  await expireLease(change);
  expect(await record(actor, change)).toMatchObject({ tries: 2, inDoubt: true });
});

test("a yes wishes for a fresh read of what it changed; a refusal, or whoever was overtaken, wishes for none", async () => {
  const wishes = () => query("SELECT account_id FROM rereads");
  await query("DELETE FROM rereads");
  const change = newChange();
  const slow = await record(actor, change);
  await expireLease(change);
  const quick = await record(actor, change);
  await settle(actor, change, slow, yes, undefined);
  await settle(actor, change, quick, no, undefined);
  expect(await wishes()).toEqual([]);
  await settle(actor, change, await record(actor, change), yes, undefined);
  expect(await wishes()).toEqual([{ account_id: change.params.account_id }]);
});

test("while the lease holds nobody else sends it", async () => {
  const change = newChange();
  await record(actor, change);
  await expect(record(actor, change)).rejects.toMatchObject({ problem: { code: "IN_FLIGHT" } });
  await expireLease(change);
  await expect(record(actor, { ...change, body: JSON.stringify(bankAccountBody(1)), value: bankAccountBody(1) })).rejects.toBeInstanceOf(ProblemError);
  expect(await record(actor, change)).toMatchObject({ tries: 2 });
});

test("a corrected body after a clear refusal is not in doubt, whatever the number of tries", async () => {
  const change = newChange();
  await settle(actor, change, await record(actor, change), no, undefined);
  expect(await record(actor, { ...change, body: JSON.stringify(bankAccountBody(1)) })).toMatchObject({ tries: 2, inDoubt: false });
});

test("the row and its entry are written together or not at all, before anything is sent", async () => {
  const change = newChange();
  await query("ALTER TABLE audit_entries ADD CONSTRAINT full_up CHECK (kind <> 'operation-sent') NOT VALID");
  await expect(record(actor, change)).rejects.toThrow();
  expect(await operationsOf(change.attempt)).toEqual([]);
  await query("ALTER TABLE audit_entries DROP CONSTRAINT full_up");
  await record(actor, change);
  expect(await operationsOf(change.attempt)).toMatchObject([{ state: "sent" }]);
});
