import { beforeAll, describe, expect, test } from "vitest";

import { isChange } from "@/lib/klarna/operation";
import { type Role, roleNames } from "@/lib/klarna/permissions";

import { ask, problemOf } from "../harness/ask";
import { validCall } from "../harness/calls";
import { canaries, canaryAnswer, sensitiveIn } from "../harness/canaries";
import { withDesk } from "../harness/desk";
import { knowOwnKeys } from "../harness/own-key";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit, operationsOf } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { everyOperation, readers, rolesAllowed } from "./permission-table";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const people = new Map<Role, SignedIn>();
beforeAll(async () => {
  for (const role of roleNames) people.set(role, await signedIn(role));
  await knowOwnKeys();
});
const cookieOf = (role: Role) => people.get(role)?.cookie;

test("who may not do something at all is told that, and not what else is wrong with the request", async () => {
  for (const operation of everyOperation) {
    const role = roleNames.find((name) => !rolesAllowed(operation.name).includes(name));
    if (!role) continue;
    const before = await latestAudit();
    expect((await ask(operation.name, { cookie: cookieOf(role), body: "{" })).status, operation.name).toBe(403);
    expect((await auditAfter(before)).map(({ kind }) => kind)).toEqual(["refused"]);
  }
});

test("what people, bank accounts and secrets are is in some operation's answer, each in every way it may be shown", () => {
  const answers = everyOperation.map(({ output }) => JSON.stringify(canaryAnswer(output)) ?? "").join("\n");
  const { people: persons, bank, secret } = canaries;
  for (const canary of [...Object.values(persons), bank.clear, bank.tail, secret.clear]) expect(answers).toContain(canary);
});

describe.each(everyOperation)("$name", (operation) => {
  const csv = operation.name === "settlements.csv";
  const answer = csv ? "settlement_id\n1" : JSON.stringify(canaryAnswer(operation.output) ?? {});
  const headers = { "content-type": csv ? "text/csv" : "application/json" };

  test.each(roleNames)("is open to %s exactly as the table says, and recorded as it says", async (role) => {
    klarna.received.length = 0;
    klarna.script = () => (operation.method === "DELETE" ? { status: 204 } : { body: answer, headers });
    const before = await latestAudit();
    const { attempt, ...call } = validCall(operation);
    const answered = await ask(operation.name, { cookie: cookieOf(role), ...call, attempt });
    const kinds = (await auditAfter(before)).map(({ kind, operation: name, role: as, person_id }) => [kind, name, as, person_id]);
    const who = [operation.name, role, people.get(role)?.id];
    const rows = attempt === undefined ? [] : await operationsOf(attempt);

    if (!rolesAllowed(operation.name).includes(role)) {
      expect(answered.status).toBe(403);
      expect(problemOf(answered).code).toBe("NOT_ALLOWED");
      expect(klarna.received).toEqual([]);
      expect(kinds).toEqual([["refused", ...who]]);
      expect(rows).toEqual([]);
      expect(sensitiveIn(JSON.stringify(answered.body))).toEqual([]);
      return;
    }
    expect(answered.status).toBe(operation.method === "DELETE" ? 204 : 200);
    expect(klarna.received.length).toBe(1);
    expect(kinds).toEqual(
      isChange(operation)
        ? [
            ["operation-sent", ...who],
            ["operation-confirmed", ...who],
          ]
        : [],
    );
    expect(rows.map(({ state, tries, body }) => [state, tries, body])).toEqual(isChange(operation) ? [["confirmed", 1, null]] : []);
    expectMasked(role, answer, JSON.stringify(answered.body));
  });
});

/** What is shown by its end or its year is never shown whole; what is shown in clear is only shown to who may read its class. */
function expectMasked(role: Role, sent: string, seen: string): void {
  for (const name of ["people", "bank"] as const) {
    const { clear, date, tail } = canaries[name];
    const reads = readers[name].includes(role);
    if (sent.includes(clear)) expect(seen.includes(clear)).toBe(reads);
    if (date !== "") expect(seen).not.toContain(date);
    if (date !== "" && sent.includes(date)) expect(seen.includes("1961-••-••")).toBe(reads);
    expect(seen).not.toContain(tail);
    if (sent.includes(tail)) expect(seen.includes(`•••• ${tail.slice(-4)}`)).toBe(reads);
  }
  // A secret is shown once, to whoever made it.
  if (sent.includes(canaries.secret.clear)) expect(seen).toContain(canaries.secret.clear);
}
