import { beforeAll, expect, test } from "vitest";

import { ask, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor } from "../harness/calls";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, operationsOf } from "../harness/rows";

withDesk(noKlarna);

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("operations")).cookie;
});

const create = (attempt: string, index: number) =>
  ask("bankAccounts.create", { cookie, attempt, body: bankAccountBody(index), search: idsFor("bankAccounts.create") });

test("what surely wasn't sent is refused, not unknown: it can be corrected and tried again", async () => {
  const attempt = crypto.randomUUID();
  for (const [index, tries] of [
    [0, 1],
    [1, 2],
  ] as const) {
    const answer = await create(attempt, index);
    expect([answer.status, problemOf(answer).code]).toEqual([503, "KLARNA_UNREACHABLE"]);
    expect(await operationsOf(attempt)).toMatchObject([{ state: "rejected", tries, body: null }]);
  }
  const [row] = await operationsOf(attempt);
  const kinds = (await auditAfter(0)).filter(({ operation_id }) => operation_id === row?.id).map(({ kind }) => kind);
  expect(kinds).toEqual(["operation-sent", "operation-rejected", "operation-sent", "operation-rejected"]);
});

test("a read says that Klarna can't be reached", async () => {
  const answer = await ask("accounts.get", { cookie, search: idsFor("accounts.get") });
  expect([answer.status, problemOf(answer).code]).toEqual([503, "KLARNA_UNREACHABLE"]);
});
