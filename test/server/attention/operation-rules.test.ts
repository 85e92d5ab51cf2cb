import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";

import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { sendEvent } from "../harness/webhook";
import { findBy, look, merchant, operation, shownTo } from "./stage";

withDesk(noKlarna, { DESK_TIME_SCALE: "1" });

let person: SignedIn;
beforeAll(async () => {
  person = await signedIn("operations");
});
beforeEach(async () => {
  for (const table of ["attention", "webhook_events", "operations", "merchants"]) await query(`DELETE FROM ${table}`);
});

const found = (rule: string) => findBy(rule, person);

describe("an operation of unknown outcome", () => {
  test("is found after five minutes and not before; what was settled, confirmed or refused isn't", async () => {
    const id = await merchant();
    const unknown = await operation(person, id, { state: "'unknown'", first_sent_at: "now() - interval '6 minutes'" });
    await operation(person, await merchant(), { state: "'unknown'", first_sent_at: "now() - interval '4 minutes'" });
    for (const state of ["confirmed", "rejected", "sent"]) await operation(person, await merchant(), { state: `'${state}'` });
    expect(await found("operation-unknown")).toEqual([id]);
    expect(await shownTo(person)).toMatchObject([{ operation_id: unknown, reason: "Whether Klarna did “Change the account” isn't known." }]);
    await query("UPDATE operations SET state = 'confirmed'");
    expect(await found("operation-unknown")).toEqual([]);
  });

  test("is found also where its account isn't known: by the reference that was given", async () => {
    const id = await operation(person, null, { state: "'unknown'", name: "'accounts.onboard'", account_reference: "'SE-77'" });
    await look();
    expect(await shownTo(person)).toMatchObject([{ account_id: null, merchant: "SE-77", operation_id: id }]);
  });
});

describe("a webhook that is late", () => {
  const late = { unannounced_since: "now() - interval '1 minute'" };
  const account = "krn:partner:global:account:test:LATE1";
  const event = (event_type: string, subject_account_id = account) =>
    sendEvent({ metadata: { event_id: crypto.randomUUID(), event_type, subject_account_id } });

  test("is found; one that isn't due, or has come, isn't", async () => {
    await operation(person, account, late);
    await operation(person, "another", { awaited_until: "now() + interval '1 minute'" });
    await operation(person, "a third", { ...late, announced_at: "now()" });
    expect(await found("webhook-late")).toEqual([account]);
  });

  test("goes when it comes after all", async () => {
    await operation(person, account, { unannounced_since: "now() + interval '1 hour'" });
    expect(await found("webhook-late")).toEqual([account]);
    await event("partner.account.product.payment.state-change.disabled");
    expect(await found("webhook-late")).toEqual([account]);
    await event("partner.account.state-change.operational");
    expect(await found("webhook-late")).toEqual([]);
  });

  test("goes when a later one shows that this merchant's do come, and not when another merchant's does", async () => {
    await operation(person, account, { ...late, first_sent_at: "now() + interval '1 hour'" });
    await event("partner.account.product.payment.state-change.disabled", "another");
    expect(await found("webhook-late")).toEqual([account]);
    await event("partner.account.product.payment.state-change.disabled");
    expect(await found("webhook-late")).toEqual([]);
  });
});
