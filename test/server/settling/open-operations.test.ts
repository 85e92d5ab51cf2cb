import { beforeAll, beforeEach, expect, test } from "vitest";

import { POST as look } from "@/app/api/desk/operations/[id]/look/route";
import { POST as repeat } from "@/app/api/desk/operations/[id]/repeat/route";
import { POST as settle } from "@/app/api/desk/operations/[id]/settle/route";
import { GET as list } from "@/app/api/desk/operations/route";
import type { OperationPage } from "@/lib/desk/operation";
import { query } from "@/lib/server/db/client";
import { disablePerson } from "@/lib/server/people";

import { answered, browserRequest, problemOf } from "../harness/ask";
import { sensitiveIn } from "../harness/canaries";
import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { choose, evidenceFor, unknownOutcome } from "../harness/unsettled";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let omar: SignedIn;
let admin: SignedIn;
beforeAll(async () => {
  [omar, admin] = [await signedIn("operations"), await signedIn("admin")];
});
beforeEach(async () => {
  await query("UPDATE operations SET next_look_at = NULL, next_try_at = NULL WHERE state = 'unknown'");
});

test("asked again now, in the name of whoever asks, with the same key; who began it stays who began it", async () => {
  const gone = await signedIn("operations");
  const seen = await unknownOutcome(klarna, gone, "bankAccounts.create");
  await disablePerson(gone.email);
  klarna.script = () => ({ body: '{"bank_account_id":"krn:b:1"}' });
  klarna.received.length = 0;
  const before = await latestAudit();
  const answer = await choose(omar, repeat, seen);
  expect(answer.body).toMatchObject({ state: "confirmed", settled_by: "repeat", by: seen.by });
  expect(klarna.received).toMatchObject([{ headers: { "klarna-idempotency-key": seen.idempotency_key } }]);
  expect((await auditAfter(before)).map(({ kind, person_id }) => [kind, person_id])).toEqual([
    ["operation-sent", omar.id],
    ["operation-confirmed", omar.id],
  ]);
});

test("nobody asks again for what they may not do, for what answers with a secret, for a removal, or when the key is old", async () => {
  const refusals = async (name: string, by: SignedIn, who: SignedIn, sentAgo?: string) => {
    const seen = await unknownOutcome(klarna, by, name, sentAgo === undefined ? {} : { sentAgo });
    klarna.received.length = 0;
    const answer = await choose(who, repeat, seen, {});
    expect(klarna.received).toEqual([]);
    expect((await evidenceFor(omar, seen.id)).state).toBe("unknown");
    return [answer.status, problemOf(answer).code];
  };
  expect(await refusals("credentials.create", admin, admin)).toEqual([409, "NOT_REPEATABLE"]);
  expect(await refusals("credentials.create", admin, omar)).toEqual([409, "NOT_REPEATABLE"]);
  expect(await refusals("certificates.revoke", admin, omar)).toEqual([403, "NOT_ALLOWED"]);
  expect(await refusals("bankAccounts.delete", omar, omar)).toEqual([409, "NOT_REPEATABLE"]);
  expect(await refusals("bankAccounts.create", omar, omar, "23 hours 1 minute")).toEqual([409, "NOT_REPEATABLE"]);
});

test("whoever asks on a page that is out of date asks nothing: it was tried again since", async () => {
  const seen = await unknownOutcome(klarna, omar, "bankAccounts.create");
  await query("UPDATE operations SET fence = fence + 1 WHERE id = $1", [seen.id]);
  klarna.received.length = 0;
  expect((await choose(omar, repeat, seen)).status).toBe(409);
  expect(klarna.received).toEqual([]);
});

test("everybody may see how it stands; only who may do the same, or reads the log, sees what was sent, and nobody its marked fields", async () => {
  const seen = await unknownOutcome(klarna, omar, "bankAccounts.create");
  expect(seen).toMatchObject({
    sent: { bank_account_type: "IBAN", iban: "•••" },
    next: "repeat",
    tries: 1,
    tried: [{ kind: "operation-sent" }, { kind: "operation-unknown", status: 500 }],
  });
  for (const role of ["support", "finance"] as const) expect(await evidenceFor(await signedIn(role), seen.id)).not.toHaveProperty("sent");
  expect(await evidenceFor(await signedIn("auditor"), seen.id)).toHaveProperty("sent");
  expect(sensitiveIn(JSON.stringify(seen))).toEqual([]);
});

test.each(["support", "finance", "auditor"] as const)("%s settles nothing, and the refusal is recorded", async (role) => {
  const who = await signedIn(role);
  const seen = await unknownOutcome(klarna, omar, "bankAccounts.update");
  for (const route of [settle, repeat, look]) {
    const before = await latestAudit();
    expect((await choose(who, route, seen, { verdict: "done", source: "other" })).status).toBe(403);
    expect(await auditAfter(before)).toMatchObject([{ kind: "refused", detail: { permission: "operations:settle" } }]);
  }
});

test("the list: what waits for a person first, then the oldest; page by page, none twice", async () => {
  await query("UPDATE operations SET state = 'rejected', settled_by = 'answer' WHERE state IN ('unknown', 'sent')");
  const first = await unknownOutcome(klarna, omar, "bankAccounts.create");
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, params, state, request_hash, lease_until, next_try_at, first_sent_at)
     SELECT environment, name, gen_random_uuid(), gen_random_uuid(), person_id, params, 'unknown', request_hash, lease_until,
       CASE WHEN n % 2 = 0 THEN now() + interval '1 hour' END, now() - make_interval(mins => n)
     FROM operations, generate_series(1, 119) n WHERE id = $1`,
    [first.id],
  );
  const pages: OperationPage[] = [];
  for (let after: string | undefined | null; after !== null; after = pages.at(-1)?.next ?? null) {
    const request = browserRequest("/api/desk/operations", "GET", { cookie: omar.cookie, search: { show: "open", ...(after && { after }) } });
    pages.push((await answered(await list(request))).body as OperationPage);
  }
  const all = pages.flatMap((page) => page.operations);
  expect([pages.length, all.length, new Set(all.map(({ id }) => id)).size]).toEqual([3, 120, 120]);
  expect(all.map(({ next }) => next).lastIndexOf("person")).toBe(59);
  const waiting = all.filter(({ next }) => next === "person").map(({ first_sent_at }) => first_sent_at);
  expect(waiting).toEqual([...waiting].sort());
});
