import { describe, expect, it } from "vitest";

import { incidentOf } from "@/components/operations/incident";
import { tryInWords } from "@/components/operations/words";
import type { OperationEvidence, OperationTry } from "@/lib/desk/operation";
import { supportText } from "@/lib/klarna/support-text";

const tried = (kind: string, given: Partial<OperationTry> = {}): OperationTry => ({
  at: "2026-11-23T11:00:00Z",
  kind,
  by: "Ada Lindqvist",
  status: null,
  code: null,
  error_id: null,
  ...given,
});

const evidence: OperationEvidence = {
  id: "0b8f3c64-7a53-4f19-9d53-2c1e7b5a4f86",
  environment: "live",
  name: "accounts.onboard",
  state: "unknown",
  account_id: null,
  merchant: "Åkerbär & Döttrar",
  by: "Ada Lindqvist",
  first_sent_at: "2026-11-23T11:00:00Z",
  sent_at: "2026-11-23T11:05:00Z",
  tries: 2,
  next_try_at: null,
  next_look_at: null,
  key_until: null,
  settled_at: null,
  settled_by: null,
  next: "person",
  fence: 2,
  idempotency_key: "7b2d1f5e-2f0f-5c1d-8a35-6b0e0e0f4c11",
  params: {},
  sent: { account_owner: { email: "eva@blomster.example" } },
  tried: [
    tried("operation-sent"),
    tried("operation-unknown", { code: "INTERNAL_ERROR", error_id: "first" }),
    tried("operation-sent"),
    tried("operation-unknown", { code: "TIMEOUT", error_id: "latest" }),
    tried("operation-sent"),
  ],
  looks: [{ at: "2026-11-23T11:06:00Z", finding: "unread", fields: [], code: "KLARNA_503", error_id: "of a look" }],
  webhooks: [],
  candidates: [],
  decision: null,
  can_look: false,
  draft_id: null,
};

describe("an unclear operation, for Klarna's support", () => {
  it("is told by its latest sending, with its key and both times, and without whom it is about", () => {
    expect(supportText(incidentOf(evidence)).split("\n")).toEqual([
      "Environment: LIVE",
      "Operation: POST /v2/distribution/onboard",
      "Time (UTC): 2026-11-23T11:05:00.000Z",
      "First sent (UTC): 2026-11-23T11:00:00.000Z",
      "Sent: 2 times",
      "Error id: latest",
      "Error code: TIMEOUT",
      "Idempotency key: 7b2d1f5e-2f0f-5c1d-8a35-6b0e0e0f4c11",
      "Outcome: not known: it is unclear whether this was carried out",
    ]);
  });

  it("names its account where there is one, and is called refused once it wasn't done", () => {
    const text = supportText(incidentOf({ ...evidence, account_id: "krn:partner:global:account:live:A", state: "rejected" }));
    expect(text).toContain("Account: krn:partner:global:account:live:A");
    expect(text).toContain("Outcome: refused");
  });

  it.each(["KLARNA_UNREACHABLE", "RATE_USED_UP"])("that never got there isn't called refused (%s), unless it was sent before and found out", (code) => {
    const last = tried("operation-rejected", { code });
    const told = (given: Partial<OperationEvidence>) => supportText(incidentOf({ ...evidence, state: "rejected", tried: [last], ...given }));
    expect(told({ settled_by: "answer" })).toContain("Outcome: not sent: it did not get as far as Klarna");
    expect(told({ settled_by: "person" })).toContain("Outcome: refused");
    expect(tryInWords(last)).toMatch(/, and nothing was sent$/);
    expect(tryInWords(tried("operation-rejected", { code: "RESOURCE_CONFLICT" }))).toBe("Klarna refused it");
  });
});
