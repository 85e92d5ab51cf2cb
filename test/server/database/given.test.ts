import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { given } from "@/lib/server/db/given";
import { ask } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { signedIn } from "../harness/people";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

test("one row and many are read from the same arrays", async () => {
  const read = (...values: readonly (readonly unknown[])[]) => query(given(values[0]?.length ?? 0, "id int, note text,\n body bytea"), values);
  expect(await read([1], ["one"], [Buffer.from("a")])).toEqual([{ id: 1, note: "one", body: Buffer.from("a") }]);
  expect(await read([1], [null], [null])).toEqual([{ id: 1, note: null, body: null }]);
  expect(await read([1, 2], ["one", null], [null, Buffer.from("b")])).toEqual([
    { id: 1, note: "one", body: null },
    { id: 2, note: null, body: Buffer.from("b") },
  ]);
});

test("a single change's record and outcome are planned a few times, and then no more", async () => {
  const { cookie } = await signedIn("operations");
  const account_id = await emulator.merchant();
  const update = (account_name: string) => ask("accounts.update", { cookie, attempt: randomUUID(), search: { account_id }, body: { account_name } });
  /** Of one connection, whichever answers. */
  const plans = () =>
    query<{ anew: number; kept: number }>(
      `SELECT custom_plans::int AS anew, generic_plans::int AS kept FROM pg_prepared_statements
       WHERE statement LIKE '%INSERT INTO operations AS o%' OR statement LIKE '%UPDATE operations o SET%''operation-''%'`,
    );
  const isKept = async () => {
    const planned = await plans();
    return planned.length === 2 && planned.every(({ kept }) => kept > 0);
  };
  for (let change = 0; change < 200 && !(await isKept()); change += 1) expect(await update(`Nordlys ${change}`)).toMatchObject({ status: 200 });
  expect((await plans()).map(({ anew }) => anew)).toEqual([5, 5]);
  // A plan that is kept was made while there was hardly anything: it must be right for a year's changes too.
  expect(await planOf("INSERT INTO operations AS o")).toMatch(/Index Scan using operations_open on operations other .*\n +Index Cond: .*\bparams\b/);
});

/** How a statement that is kept is done. */
async function planOf(statement: string): Promise<string> {
  const [kept] = await query<{ name: string; values: number }>(
    "SELECT name, cardinality(parameter_types) AS values FROM pg_prepared_statements WHERE strpos(statement, $1) > 0",
    [statement],
  );
  const plan = await query<{ "QUERY PLAN": string }>(`EXPLAIN EXECUTE "${kept?.name}"(${Array(kept?.values).fill("NULL").join(", ")})`);
  return plan.map(({ "QUERY PLAN": line }) => line).join("\n");
}
