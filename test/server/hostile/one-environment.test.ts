import { beforeAll, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { healthReport } from "@/lib/server/health/report";

import { ask, problemOf } from "../harness/ask";
import { idsFor } from "../harness/calls";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { sendEvent } from "../harness/webhook";

withDesk(noKlarna, { KLARNA_LIVE_API_KEY: "", KLARNA_LIVE_WEBHOOK_KEYS: "", KLARNA_LIVE_URL: "" });

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("admin")).cookie;
});

test("a desk that isn't connected to an environment says so, to people and to whoever claims to be Klarna", async () => {
  const answer = await ask("accounts.get", { cookie, environment: "live", search: idsFor("accounts.get") });
  expect([answer.status, problemOf(answer).code]).toEqual([404, "NO_SUCH_ENVIRONMENT"]);
  const webhook = await sendEvent({ metadata: { event_id: "e-1" } }, { environment: "live", keyId: "live-key", secret: "the-live-signing-secret" });
  expect([webhook.status, problemOf(webhook).code]).toEqual([404, "NO_SUCH_ENVIRONMENT"]);
});

test("its health says nothing of the other, whatever was left of it in the database", async () => {
  const budget = { limit: 50, account: 20, ceiling: null, ceilingAt: 0, members: {} };
  await query("INSERT INTO rate_budgets (environment, lane, budget) SELECT e, 'management', $1 FROM unnest('{test,live}'::text[]) e", [JSON.stringify(budget)]);
  await query("INSERT INTO webhook_events (environment, event_id, event_type, signing_key_id, raw) VALUES ('live', 'one', 'x', 'k', '\\x00')");
  const { klarna, rates, webhooks } = await healthReport();
  expect([klarna, rates, webhooks].map((all) => all.map(({ environment }) => environment))).toEqual([["test"], ["test"], ["test"]]);
});
