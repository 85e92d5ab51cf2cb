import { beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { repeatDue } from "@/lib/server/operations/repeat-unknown";
import { downloadResults } from "@/lib/server/runs/csv";
import { findRun } from "@/lib/server/runs/standing";
import { steerRun } from "@/lib/server/runs/steer";
import { tendRuns } from "@/lib/server/runs/tend";
import type { Session } from "@/lib/server/session";
import { createTag } from "@/lib/server/tags/tags";

import { calm } from "../harness/calm";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { make, obeys, plant, product, results, sessionOf, updates, work } from "./stage";

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
const some = (count: number) => Array.from({ length: count }, (_, index) => from + index);
beforeEach(() => {
  from += 1_000;
  klarna.received.length = 0;
  calm();
  obeys(klarna);
});

test("merchants that vanish in the middle have a result each: from Klarna, and from the desk", async () => {
  const ids = await plant(some(6));
  obeys(klarna, (path) =>
    path.includes(ids[1] ?? "") ? { status: 404, body: '{"error_code":"RESOURCE_NOT_FOUND","error_message":"Not found","error_id":"e-7"}' } : undefined,
  );
  const id = await make(omar, ids);
  await query("DELETE FROM merchants WHERE account_id = $1", [ids[3]]);
  await work();
  expect(await findRun("test", id)).toMatchObject({ state: "done", counts: { done: 4, failed: 1, "left-out": 1 } });
  const all = await results(id);
  expect(all[1]).toMatchObject({ state: "failed", code: "RESOURCE_NOT_FOUND" });
  expect(all[3]).toMatchObject({ state: "left-out", said: expect.stringContaining("forget this merchant") });
  // What Klarna said doesn't agree with what the desk knew: it looks again.
  expect(await query("SELECT 1 FROM rereads WHERE account_id = $1", [ids[1]])).toHaveLength(1);
});

test("what the desk would leave out by old knowledge is read from Klarna first; by fresh knowledge it isn't", async () => {
  const off = (index: number) => [product(index, { state: "DISABLED", state_reason: "VOLUNTARY_BY_PARTNER" })];
  const [old = ""] = await plant([from], { products: off(from), seen: 60 });
  const [fresh = ""] = await plant([from + 1], { products: off(from + 1), seen: 1 });
  const [unread = ""] = await plant([from + 2], { state: null, products: null });
  const id = await make(omar, [old, fresh, unread]);
  await work();
  expect(await results(id)).toMatchObject([
    { account: old, state: "done" },
    { account: fresh, state: "left-out", said: "It is suspended already, by your team." },
    { account: unread, state: "done" },
  ]);
  expect(
    klarna.received
      .filter(({ method }) => method === "GET")
      .map(({ path }) => decodeURIComponent(path.split("/")[3]?.split("?")[0] ?? ""))
      .sort(),
  ).toEqual([old, unread]);
});

test("a merchant that Klarna is said to be setting up is read first, and if it still is it has another turn", async () => {
  const others = await plant([from + 2]);
  const [ready = "", stuck = ""] = await plant(some(2), { state: "PARTIALLY_OPERATIONAL" });
  const { script } = klarna;
  let isSetUp = false;
  klarna.script = (request, response) => {
    const answer = script(request, response);
    const isStuck = request.method === "GET" && decodeURIComponent(request.path).includes(stuck) && !isSetUp;
    return isStuck ? { body: String(answer?.body).replace('"OPERATIONAL"', '"PARTIALLY_OPERATIONAL"') } : answer;
  };
  const id = await make(omar, [ready, stuck, ...others]);
  await query("UPDATE run_rows SET tries = 5 WHERE run_id = $1", [id]);
  await work();
  expect(await results(id)).toMatchObject([{ state: "done" }, { state: "failed", code: "BEING_SET_UP" }, { state: "done" }]);
  isSetUp = true;
  await steerRun(omar, "test", id, "retry", { count: 1 });
  await work();
  expect(await findRun("test", id)).toMatchObject({ state: "done", counts: { done: 3 } });
});

test("what failed and is tried again is decided on what Klarna says now, however fresh the desk's knowledge is", async () => {
  const [account = ""] = await plant([from]);
  obeys(klarna, (path) => (path.endsWith("/disable") ? { status: 409 } : undefined));
  const id = await make(omar, [account]);
  await work();
  // Meanwhile the desk has seen that Klarna had disabled it; Klarna has enabled it again since.
  const off = [product(from, { state: "DISABLED", state_reason: "FRAUDULENT_BEHAVIOUR" })];
  await query("UPDATE merchants SET products = $2, seen_at = now() WHERE account_id = $1", [account, JSON.stringify(off)]);
  obeys(klarna);
  await steerRun(omar, "test", id, "retry", { count: 1 });
  await work();
  expect(await results(id)).toMatchObject([{ state: "done" }]);
});

test("all products of a merchant are suspended, one after another, never two in one second", async () => {
  const two = [product(from), product(from, { product_id: "krn:product:other" })];
  const [account = ""] = await plant([from], { products: two });
  const at: number[] = [];
  const { script } = klarna;
  klarna.script = (request, response) => {
    at.push(performance.now());
    return script(request, response);
  };
  const id = await make(omar, [account]);
  await work();
  expect(await results(id)).toMatchObject([{ state: "done" }]);
  expect(updates(klarna).get(account)).toBe(2);
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
});

test("an outcome that nobody knows is unclear, isn't sent as something new, and settles by what becomes known", async () => {
  const ids = await plant(some(3));
  obeys(klarna, (path) => (path.includes(ids[0] ?? "") || path.includes(ids[1] ?? "") ? { status: 500, body: "{}" } : undefined));
  const id = await make(omar, ids);
  await work();
  expect(await findRun("test", id)).toMatchObject({ state: "done", counts: { done: 1, unclear: 2 } });
  const settle = (account: string | undefined, state: string) =>
    query("UPDATE operations SET state = $2, code = 'NOT_DONE' WHERE account_id = $1", [account, state]);
  await settle(ids[0], "confirmed");
  await settle(ids[1], "rejected");
  await tendRuns();
  expect(await results(id)).toMatchObject([{ state: "done" }, { state: "failed", code: "NOT_DONE" }, { state: "done" }]);
  expect(await (await downloadResults("test", id)).text()).toContain(",Failed,NOT_DONE,At first nobody knew whether Klarna had done it. It hasn't");
  await steerRun(omar, "test", id, "retry", { count: 1 });
  obeys(klarna);
  calm();
  await work();
  expect(await findRun("test", id)).toMatchObject({ state: "done", counts: { done: 3 } });
});

test("while Klarna is away nobody is given up, and once it is back all are done, each once", async () => {
  const ids = await plant(some(30));
  let down = 40;
  obeys(klarna, () => {
    down -= 1;
    return down > 0 ? { status: 429, body: "{}" } : undefined;
  });
  const id = await make(omar, ids);
  await work();
  expect(await findRun("test", id)).toMatchObject({ state: "done", counts: { done: 30, failed: 0 } });
});

test("a category is changed and tags are given by runs too; who has it already is left out", async () => {
  const ids = await plant(some(2));
  await query("UPDATE merchants SET products = jsonb_set(products, '{0,merchant_category_code}', '\"5732\"') WHERE account_id = $1", [ids[0]]);
  const category = await make(omar, ids, { act: "change-category", code: "5732" });
  await work();
  expect(await results(category)).toMatchObject([{ state: "left-out", said: "It has the category 5732 already." }, { state: "done" }]);
  expect(klarna.received.map(({ method, body }) => [method, body])).toEqual([["PATCH", '{"merchant_category_code":"5732"}']]);
  const tag = await createTag("test", `Seasonal ${from}`, "blue", omar);
  const tagging = await make(omar, ids, { act: "tag", tags: [tag.id] });
  await work();
  expect(await findRun("test", tagging)).toMatchObject({ state: "done", counts: { done: 2 }, named: tag.name });
  expect(await query("SELECT account_id FROM merchant_tags WHERE tag_id = $1", [tag.id])).toHaveLength(2);
  const noted = await query("SELECT account_id, detail FROM audit_entries WHERE kind = 'merchants-tagged' AND detail->>'run' = $1 ORDER BY 1", [tagging]);
  expect(noted).toEqual(ids.map((account_id) => ({ account_id, detail: { added: [tag.id], run: tagging } })));
  await expect(make(omar, ids, { act: "tag", tags: [crypto.randomUUID()] })).rejects.toMatchObject({ problem: { fields: [{ path: "order.tags" }] } });
});

test("of two products one is refused, and of the other nobody can say: the merchant isn't called failed before that is clear", async () => {
  const accounts = await plant([from], { products: [product(from), product(from + 1)] });
  let isClear = false;
  obeys(klarna, (path) => {
    if (path.includes(`krn:product:${from + 1}`)) return { status: 409 };
    return isClear ? undefined : { status: 500 };
  });
  const id = await make(omar, accounts);
  await work();
  expect(await results(id)).toMatchObject([{ state: "unclear" }]);
  isClear = true;
  await query("UPDATE operations SET next_try_at = now() WHERE account_id = $1 AND state = 'unknown'", [accounts[0]]);
  await repeatDue();
  await work();
  expect(await results(id)).toMatchObject([{ state: "failed" }]);
});
