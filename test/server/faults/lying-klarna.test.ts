import { beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";

import { type Answered, ask, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(
  async () => {
    klarna = await startScriptedKlarna();
    return klarna;
  },
  { DESK_TIME_SCALE: "0.03" },
);

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("admin")).cookie;
});
beforeEach(() => {
  klarna.received.length = 0;
});

const { account_id = "" } = idsFor("accounts.get");
const read = () => ask("accounts.get", { cookie, search: { account_id } });
const create = (attempt: string) => ask("bankAccounts.create", { cookie, attempt, body: bankAccountBody(0), search: idsFor("bankAccounts.create") });
const codeOf = (answer: Answered) => [answer.status, problemOf(answer).code];

test("an answer about another account is nobody's: it isn't shown, and nothing is learned from it", async () => {
  klarna.script = () => ({ body: `{"account_id":"krn:partner:global:account:test:SOMEBODY","account_name":"Somebody else"}` });
  expect(codeOf(await read())).toEqual([502, "UNREADABLE_ANSWER"]);
  expect(await query("SELECT account_id FROM merchants")).toEqual([]);

  const attempt = crypto.randomUUID();
  const update = { cookie, attempt, search: { account_id }, body: { account_name: "Nordlys" } };
  expect(codeOf(await ask("accounts.update", update))).toEqual([504, "OUTCOME_UNKNOWN"]);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown" }]);
  expect(await query("SELECT account_id FROM merchants")).toEqual([]);
});

test("an answer that goes on and on is given up after ten megabytes", async () => {
  const much = " ".repeat(4_000_000);
  let sent = 0;
  let cuts = 0;
  klarna.script = (_, response) => {
    let cut = false;
    response.writeHead(200, { "content-type": "application/json" });
    response.on("close", () => {
      cut = true;
      cuts += 1;
    });
    const more = () => {
      if (cut || sent === 250) return;
      sent += 1;
      response.write(much, more);
    };
    more();
    return undefined;
  };
  expect(codeOf(await read())).toEqual([502, "UNREADABLE_ANSWER"]);
  await expect.poll(() => cuts).toBe(klarna.received.length);
  expect(sent).toBeLessThan(25);
});

test("a yes of more than that is a yes whose outcome nobody knows; a refusal of more than that is a refusal", async () => {
  const attempt = crypto.randomUUID();
  klarna.script = () => ({ body: `{"bank_account_id":"krn:b:1","x":"${"y".repeat(11_000_000)}"}` });
  expect(codeOf(await create(attempt))).toEqual([504, "OUTCOME_UNKNOWN"]);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown" }]);
  klarna.script = () => ({ status: 422, body: `{"error_code":"X","error_message":"${"y".repeat(11_000_000)}"}` });
  expect(codeOf(await create(crypto.randomUUID()))).toEqual([422, "KLARNA_422"]);
});

test("an answer that comes drop by drop is given up when patience is", async () => {
  klarna.script = (_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    // Each drop comes within the time in which the next is awaited.
    const drip = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(drip));
    return undefined;
  };
  const began = performance.now();
  expect(codeOf(await read())).toEqual([504, "NO_ANSWER"]);
  expect(performance.now() - began).toBeLessThan(10_000);
  const attempt = crypto.randomUUID();
  expect(codeOf(await create(attempt))).toEqual([504, "OUTCOME_UNKNOWN"]);
});
