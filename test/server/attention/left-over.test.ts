import { beforeAll, beforeEach, expect, test } from "vitest";

import { placeOf } from "@/components/attention/words";
import type { AttentionItem } from "@/lib/desk/attention";
import { query } from "@/lib/server/db/client";
import { setRole } from "@/lib/server/people";
import { steerRun } from "@/lib/server/runs/steer";

import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { accountId, knowsAll, work as readList, startList } from "../imports/stage";
import { make, obeys, plant, sessionOf, suspension, work } from "../runs/stage";
import { look, shownTo } from "./stage";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let operator: SignedIn;
beforeAll(async () => {
  operator = await signedIn("operations");
});
beforeEach(async () => {
  await query("DELETE FROM attention");
  await query("DELETE FROM runs");
  await query("DELETE FROM imports");
});

async function found(rule: AttentionItem["rule"], who = operator): Promise<readonly AttentionItem[]> {
  await look();
  return shownTo(who, { rule });
}

test("a run that ended with failures is found by whoever made it, until they are tried again; what fails then is found anew, and after a fortnight nobody needs it", async () => {
  obeys(klarna, (path) => (path.includes("/disable") && path.includes(accountId(12)) ? { status: 409 } : undefined));
  const id = await make(sessionOf(operator), await plant([11, 12, 13]), suspension);
  expect(await found("run-failed")).toEqual([]);
  await work();
  const [item, ...more] = await found("run-failed");
  expect(more).toEqual([]);
  expect(item).toMatchObject({
    ...{ merchant: "Suspending merchants", reason: "This run is through, but it failed for one merchant." },
    person: { id: operator.id },
  });
  expect(item && placeOf(item)).toBe(`/test/runs/${id}`);
  await query("UPDATE attention SET done_at = now()");
  expect(await found("run-failed")).toEqual([]);
  await steerRun(sessionOf(operator), "test", id, "retry", { count: 1 });
  await work();
  expect(await found("run-failed")).toHaveLength(1);
  await query("UPDATE runs SET finished_at = now() - interval '15 days' WHERE id = $1", [id]);
  expect(await found("run-failed")).toEqual([]);
});

test("one that did all it was to do needs nobody", async () => {
  obeys(klarna);
  await make(sessionOf(operator), await plant([21, 22]), suspension);
  await work();
  expect(await found("run-failed")).toEqual([]);
});

test("a list with accounts that couldn't be read is found by whoever brought it, but not by those who may not bring one; one that was read whole isn't", async () => {
  knowsAll(klarna, { but: [accountId(1_001)] });
  await startList(1_000, 3);
  await readList();
  const [item, ...more] = await found("import-incomplete");
  expect(more).toEqual([]);
  expect(item).toMatchObject({ merchant: "Account ids", reason: "This list is through, but one account couldn't be read." });
  expect(item && placeOf(item)).toBe("/test/merchants/import");
  expect(await found("import-incomplete", await signedIn("finance"))).toEqual([]);
  await query("DELETE FROM imports");
  knowsAll(klarna);
  await startList(2_000, 3);
  await readList();
  expect(await found("import-incomplete")).toEqual([]);
});

test("a list that stopped as a whole is found until somebody goes on with it or gives it up", async () => {
  const maker = await signedIn("operations");
  knowsAll(klarna);
  const id = await startList(3_000, 2, maker);
  await setRole(maker.email, "finance");
  await readList();
  const [item] = await found("import-incomplete");
  expect(item?.reason).toMatch(/stopped before its end/);
  expect(item?.advice).toMatch(/may not do so any more/);
  await query("UPDATE imports SET cancelled_at = now() WHERE id = $1", [id]);
  expect(await found("import-incomplete")).toEqual([]);
});
