import { beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { repeatDue } from "@/lib/server/operations/repeat-unknown";
import { findRun } from "@/lib/server/runs/standing";
import { steerRun } from "@/lib/server/runs/steer";
import type { Session } from "@/lib/server/session";

import { calm } from "../harness/calm";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { make, obeys, plant, product, results, sessionOf, suspension, work } from "./stage";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let omar: Session;
beforeAll(async () => {
  omar = sessionOf(await signedIn("operations"));
});
let from = 0;
beforeEach(() => {
  from += 1_000;
  klarna.received.length = 0;
  calm();
  obeys(klarna);
});

const crossing = [
  { name: "paymentProducts.enable", order: suspension },
  { name: "paymentProducts.update", order: { act: "change-category", code: "5732" } },
] as const;

for (const { name, order } of crossing)
  for (const state of ["sent", "unknown"])
    test(`while ${name} is ${state}, a run to ${order.act} isn't sent: the earlier change could come after it`, async () => {
      const [account = ""] = await plant([from]);
      await query(
        `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, lease_until)
         VALUES ('test', $3, gen_random_uuid(), gen_random_uuid(), $1, $2, '{}', $4, '', now())`,
        [omar.personId, account, name, state],
      );
      const id = await make(omar, [account], order);
      await query("UPDATE run_rows SET tries = 5 WHERE run_id = $1", [id]);
      await work();
      expect(await results(id)).toMatchObject([{ state: "failed", code: "OTHER_CHANGE_OPEN" }]);
      expect(klarna.received).toEqual([]);
    });

test("however many of a run have another change open, Klarna isn't taken to be away: the run ends, and they can be tried again", async () => {
  const accounts = await plant(Array.from({ length: 20 }, (_, index) => from + index));
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, lease_until)
     SELECT 'test', 'paymentProducts.enable', gen_random_uuid(), gen_random_uuid(), $1, unnest($2::text[]), '{}', 'unknown', '', now()`,
    [omar.personId, accounts],
  );
  const id = await make(omar, accounts);
  await query("UPDATE run_rows SET tries = 5 WHERE run_id = $1", [id]);
  await work();
  expect(await findRun("test", id)).toMatchObject({ state: "done", counts: { failed: 20 } });
});

for (const { name, order } of crossing)
  test(`${name} by a colleague after the run was made isn't undone by a run to ${order.act}; what was done before it was made is`, async () => {
    const [since = "", before = ""] = await plant([from, from + 1]);
    const decided = (account: string) =>
      query(
        `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, lease_until)
         VALUES ('test', $3, gen_random_uuid(), gen_random_uuid(), $1, $2, '{}', 'confirmed', '', now())`,
        [omar.personId, account, name],
      );
    await decided(before);
    const id = await make(omar, [since, before], order);
    await decided(since);
    await work();
    expect(await results(id)).toMatchObject([{ state: "left-out", said: expect.stringContaining("after this run was made") }, { state: "done" }]);
  });

test("what was asked for before a run was made doesn't stand in its way because the desk repeated it since", async () => {
  const [account = ""] = await plant([from]);
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, lease_until, tries)
     VALUES ('test', 'paymentProducts.enable', gen_random_uuid(), gen_random_uuid(), $1, $2, '{}', 'confirmed', '', now(), 2)`,
    [omar.personId, account],
  );
  const id = await make(omar, [account]);
  await query("UPDATE operations SET sent_at = now() + interval '1 second' WHERE account_id = $1", [account]);
  await work();
  expect(await results(id)).toMatchObject([{ state: "done" }]);
});

test("a category change that a run itself left without an outcome doesn't stand in its way: it is gone on with under the same key", async () => {
  const two = [product(from), product(from + 1)];
  const [account = ""] = await plant([from], { products: two });
  // The first product's outcome is unknown, the second is refused: once the first is clear all is tried again.
  let refused = false;
  obeys(klarna, (path) => {
    if (refused) return undefined;
    if (!path.endsWith(`:${from + 1}`)) return { status: 500, body: "{}" };
    refused = true;
    return { status: 409 };
  });
  const id = await make(omar, [account], { act: "change-category", code: "5732" });
  await work();
  expect(await results(id)).toMatchObject([{ state: "unclear" }]);
  calm();
  await query("UPDATE operations SET next_try_at = now() WHERE account_id = $1 AND state = 'unknown'", [account]);
  await repeatDue();
  await work();
  expect(await results(id)).toMatchObject([{ state: "failed" }]);
  await steerRun(omar, "test", id, "retry", { count: 1 });
  await work();
  expect(await results(id)).toMatchObject([{ state: "done" }]);
  const keysOf = (index: number) =>
    new Set(klarna.received.filter(({ path }) => decodeURIComponent(path).endsWith(`:${index}`)).map(({ headers }) => headers["klarna-idempotency-key"]));
  expect([keysOf(from).size, keysOf(from + 1).size]).toEqual([1, 1]);
});
