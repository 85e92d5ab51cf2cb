import type { ServerResponse } from "node:http";
import { beforeEach, expect, test } from "vitest";

import { accounts } from "@/lib/klarna/operations/accounts";
import { query } from "@/lib/server/db/client";
import { startBackground } from "@/lib/server/jobs/background";
import { findMerchant } from "@/lib/server/merchants/directory";
import { rereadDue } from "@/lib/server/merchants/reread-due";
import { read } from "@/lib/server/operations/read";

import { withDesk } from "../harness/desk";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(
  async () => {
    klarna = await startScriptedKlarna();
    return klarna;
  },
  // As patient as it is: what isn't answered here is waited for longer than a test takes.
  { DESK_TIME_SCALE: "1" },
);

const [nordlys, fjord] = ["krn:partner:global:account:test:NORDLYS1", "krn:partner:global:account:test:FJORD001"];
const says = (account_id: string, state: string) => ({ body: JSON.stringify({ account_id, account_name: "Made up", state, state_reason: "SETUP_COMPLETE" }) });
const wish = (account: string) => query("INSERT INTO rereads (environment, account_id, due_at) VALUES ('test', $1, now())", [account]);
const stateOf = async (account: string) => (await findMerchant("test", account).catch(() => undefined))?.state;

beforeEach(async () => {
  for (const table of ["rereads", "merchants"]) await query(`DELETE FROM ${table}`);
});

test("what a read that was held up is told is learned, though somebody else has asked since it began", async () => {
  await wish(nordlys);
  let asked = 0;
  klarna.script = (_, response) => {
    asked += 1;
    if (asked > 1) return says(nordlys, asked === 2 ? "PARTIALLY_OPERATIONAL" : "OPERATIONAL");
    // Meanwhile somebody presses Refresh; then the first has to ask once more, and is told more.
    const refresh = read({ environment: "test", operation: accounts.get, params: { account_id: nordlys } }, "interactive");
    void refresh.then(() => response.writeHead(503).end());
    return undefined;
  };
  await rereadDue();
  expect([asked, await stateOf(nordlys)]).toEqual([3, "OPERATIONAL"]);
});

test("a merchant about whom Klarna doesn't answer holds up no other's re-read", async () => {
  const held: ServerResponse[] = [];
  klarna.script = ({ path }, response) => {
    if (path.includes(encodeURIComponent(fjord)) || path.includes(fjord)) return says(fjord, "OPERATIONAL");
    held.push(response);
    return undefined;
  };
  await wish(nordlys);
  const stop = startBackground();
  try {
    await expect.poll(() => held.length, { timeout: 5_000 }).toBe(1);
    await wish(fjord);
    await expect.poll(() => stateOf(fjord), { timeout: 10_000 }).toBe("OPERATIONAL");
  } finally {
    for (const response of held) response.end(says(nordlys, "OPERATIONAL").body);
    await stop();
  }
});
