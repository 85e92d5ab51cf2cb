import { expect, test } from "vitest";

import { allThatHappened, type OperationEntry } from "@/lib/desk/timeline";
import { operations } from "@/lib/klarna/operations";
import { hasKlarnasId, type Problem } from "@/lib/klarna/problem";
import { query } from "@/lib/server/db/client";
import { refusal } from "@/lib/server/door";
import { underRequestId } from "@/lib/server/edge/request-id";
import { timelineOf } from "@/lib/server/merchants/timeline";

import { ask, problemOf } from "../harness/ask";
import { idsFor, validCall } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const error = { error_id: "5a3f0c1e-0b1d-4a53-9d56-0f4f3a1b7f10", error_code: "VALIDATION_ERROR", error_message: "No" };

test("what Klarna refused carries the key that it was sent with and when, and what it confirmed carries none", async () => {
  const { cookie } = await signedIn("operations");
  const operation = operations.get("accounts.update");
  if (!operation) throw new Error("There is no such operation.");
  const { account_id = "" } = idsFor("accounts.update");
  const send = () => ask("accounts.update", { cookie, ...validCall(operation) });
  klarna.script = () => ({ status: 400, body: JSON.stringify(error) });
  const answer = await send();
  expect(hasKlarnasId(problemOf(answer))).toBe(true);
  expect(problemOf(answer).errorId).toBe(error.error_id);
  const [refused] = await operationsOf(account_id);
  expect(refused).toMatchObject({ state: "rejected", error_id: error.error_id, idempotency_key: klarna.received[0]?.headers["klarna-idempotency-key"] });
  expect(Math.abs(Date.parse(refused?.sent_at ?? "") - Date.now())).toBeLessThan(60_000);

  await query("DELETE FROM operations");
  klarna.script = () => ({ body: JSON.stringify({ account_id }) });
  expect((await send()).status).toBe(200);
  const [confirmed] = await operationsOf(account_id);
  expect(confirmed).toMatchObject({ state: "confirmed", idempotency_key: null });
});

test("an id of the desk's own is never taken for Klarna's", async () => {
  const faults = [new Error("a fault"), Object.assign(new Error("disk"), { code: "53100" }), Object.assign(new Error("away"), { code: "ECONNREFUSED" })];
  for (const fault of faults) {
    const response = underRequestId("0b8f3c64-7a53-4f19-9d53-2c1e7b5a4f86", () => refusal(fault));
    const problem = (await response.json()) as Problem;
    expect(problem.errorId).toBe("0b8f3c64-7a53-4f19-9d53-2c1e7b5a4f86");
    expect(hasKlarnasId(problem), problem.code).toBe(false);
  }
  expect(hasKlarnasId({ code: "VALIDATION_ERROR" })).toBe(false);
});

async function operationsOf(accountId: string): Promise<readonly OperationEntry[]> {
  const { entries } = await timelineOf("test", accountId, "support", allThatHappened, { limit: 200 });
  return entries.filter((entry) => entry.kind === "operation");
}
