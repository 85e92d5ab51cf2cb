import { beforeAll, expect, test } from "vitest";

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
