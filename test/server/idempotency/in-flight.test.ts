import type { ServerResponse } from "node:http";
import { beforeAll, expect, test, vi } from "vitest";

import { ask, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(
  async () => {
    klarna = await startScriptedKlarna();
    return klarna;
  },
  { DESK_TIME_SCALE: "1" },
);

let mine: string;
let theirs: string;
beforeAll(async () => {
  mine = (await signedIn("operations")).cookie;
  theirs = (await signedIn("admin")).cookie;
});

test("while a change is on its way, another click says so and sends nothing, whoever clicks and whatever they send", async () => {
  let waiting: ServerResponse | undefined;
  klarna.script = (_, response) => {
    waiting = response;
    return undefined;
  };
  const attempt = crypto.randomUUID();
  const create = (cookie: string, index: number) =>
    ask("bankAccounts.create", { cookie, attempt, body: bankAccountBody(index), search: idsFor("bankAccounts.create") });

  const first = create(mine, 0);
  await vi.waitFor(() => expect(waiting).toBeDefined(), { timeout: 20_000, interval: 10 });
  for (const second of [await create(mine, 0), await create(theirs, 0), await create(mine, 1)])
    expect([second.status, problemOf(second).code]).toEqual([409, "IN_FLIGHT"]);
  expect(klarna.received.length).toBe(1);

  waiting?.writeHead(200, { "content-type": "application/json" }).end('{"bank_account_id":"krn:b:1"}');
  expect((await first).status).toBe(200);
  const third = await create(theirs, 0);
  expect([third.status, problemOf(third).code]).toEqual([409, "ALREADY_DONE"]);
  expect(klarna.received.length).toBe(1);
});
