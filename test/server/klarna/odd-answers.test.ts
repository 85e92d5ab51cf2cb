import { beforeAll, describe, expect, test } from "vitest";

import { collections } from "@/lib/klarna/operations/collections";

import { ask, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor, validCall } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("admin")).cookie;
});

const account_id = "krn:partner:global:account:test:LWT2XJSE";
const read = (body: string) => {
  klarna.script = () => ({ body });
  return ask("accounts.get", { cookie, search: { account_id } });
};

describe("an answer that PostgreSQL couldn't keep", () => {
  const odd = "\\u0000 \\ud800 \\udc00 \\ud83d\\ude00 \\\\u0000 \\\\ud800";
  const kept = "\ufffd \ufffd \ufffd 😀 \\u0000 \\ud800";

  test("is read, and kept with the odd characters replaced", async () => {
    const answer = await read(
      `{"account_id":"${account_id}","account_name":"${odd}","state":"${odd}","products":[{"product_id":"p","state":"${odd}"}],"${odd}":1}`,
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ account_name: kept, products: [{ state: kept }], [kept]: 1 });
  });

  test("settles the change that it answers", async () => {
    const attempt = crypto.randomUUID();
    klarna.script = () => ({ body: `{"bank_account_id":"${odd}","${odd}":"${odd}","bank_account_type":"${odd}"}` });
    const answer = await ask("bankAccounts.create", { cookie, attempt, body: bankAccountBody(0), search: idsFor("bankAccounts.create") });
    expect(answer.status).toBe(200);
    expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed" }]);
  });

  test("and a refusal like that lands on the form", async () => {
    klarna.script = () => ({ status: 400, body: `{"error_id":"${odd}","error_code":"${odd}","validation_errors":[{"parameter":"${odd}","reason":"${odd}"}]}` });
    const attempt = crypto.randomUUID();
    const answer = await ask("bankAccounts.create", { cookie, attempt, body: bankAccountBody(0), search: idsFor("bankAccounts.create") });
    expect(answer.status).toBe(400);
    expect(problemOf(answer).fields).toEqual([{ path: kept, message: kept }]);
    expect(await operationsOf(attempt)).toMatchObject([{ state: "rejected", code: kept }]);
  });
});

test("a read that Klarna answers with nothing of the kind says so, and isn't a fault of the desk", async () => {
  for (const body of ["", "[]", "7", "<html>", '{"account_id":7}', "{", "\ufeff"]) {
    const answer = await read(body);
    expect([answer.status, problemOf(answer).code], body).toEqual([502, "UNREADABLE_ANSWER"]);
  }
});

test("one odd item never fails a list, and unknown fields and words pass", async () => {
  const answer = await read(
    `{"account_id":"${account_id}","state":"DREAMING","new_in_r6":{"a":1},"products":[7,{"product_id":"p","state":"SLEEPING","colour":"red"},null]}`,
  );
  expect(answer.status).toBe(200);
  // What stands where words of somebody's may be, and has no shape that tells, is masked.
  expect(answer.body).toMatchObject({ state: "DREAMING", new_in_r6: { a: 1 }, products: ["•••", { product_id: "p", state: "SLEEPING", colour: "red" }, null] });
});

test("a yes in any of its forms is a yes", async () => {
  for (const [status, body] of [
    [200, '{"bank_account_id":"b"}'],
    [201, '{"bank_account_id":"b"}'],
    [202, '{"bank_account_id":"b"}'],
  ] as const) {
    klarna.script = () => ({ status, body });
    const given = { cookie, attempt: crypto.randomUUID(), body: bankAccountBody(0), search: idsFor("bankAccounts.create") };
    expect((await ask("bankAccounts.create", given)).status).toBe(200);
  }
  for (const [status, body] of [
    [204, ""],
    [200, ""],
    [200, "{}"],
    [202, '{"status":"ACCEPTED"}'],
  ] as const) {
    klarna.script = () => ({ status, body });
    const answer = await ask("bankAccounts.delete", { cookie, attempt: crypto.randomUUID(), search: idsFor("bankAccounts.delete") });
    expect([answer.status, answer.body]).toEqual([204, ""]);
  }
});

test("a changed brand of which the answer says nothing is a changed brand", async () => {
  klarna.script = () => ({ body: "{}" });
  const attempt = crypto.randomUUID();
  const answer = await ask("collections.update", { cookie, ...validCall(collections.update), attempt });
  expect([answer.status, await operationsOf(attempt)]).toMatchObject([200, [{ state: "confirmed" }]]);
});

test("a report is passed on as it comes", async () => {
  const report = `settlement_id\n${"1,2,3\n".repeat(50_000)}`;
  klarna.script = () => ({ body: report, headers: { "content-type": "text/csv; charset=utf-8" } });
  const answer = await ask("settlements.csv", { cookie, search: idsFor("settlements.csv") });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.body === report).toBe(true);
});
