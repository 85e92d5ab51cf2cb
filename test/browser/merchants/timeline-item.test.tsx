// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { MerchantTimeline } from "@/components/merchants/merchant-timeline";
import type { OperationEntry, TimelineEntry } from "@/lib/desk/timeline";

afterEach(cleanup);

const at = "2026-11-23T11:00:00Z";
const onboarded: OperationEntry = {
  kind: "operation",
  id: "1",
  at,
  name: "accounts.onboard",
  state: "confirmed",
  by: "Ada Lindqvist",
  tries: 1,
  sent_at: at,
  idempotency_key: null,
  settled_at: at,
  settled_by: "answer",
  decided_by: null,
  code: null,
  error_id: null,
  announcement: null,
};

describe("what happened to a merchant", () => {
  it("is told in words, with who did it and what became of it", () => {
    expect(told(onboarded)).toContain("Ada Lindqvist onboarded this merchantConfirmed by Klarna");
    expect(told({ ...onboarded, state: "sent" })).toContain("On its way to Klarna");
  });

  it("names a refusal with what Klarna's support asks for", () => {
    const words = told({ ...onboarded, state: "rejected", code: "VALIDATION_ERROR", error_id: "5a3f" });
    expect(words).toContain("Refused by Klarna after 0.0 s: nothing changed");
    expect(words).toContain("VALIDATION_ERROR");
    expect(screen.getByRole("button", { name: "Copy error id" })).toBeTruthy();
  });

  it("never calls an unknown outcome failed, and says that it can't be done twice", () => {
    const words = told({ ...onboarded, state: "unknown", tries: 3 });
    expect(words).toContain("Not known yet whether Klarna did it");
    expect(words).toContain("Sent 3 times with the same key");
    expect(words).not.toMatch(/fail|refused/i);
  });

  it("tells what Klarna announced, and that twice counts once", () => {
    const webhook = { kind: "webhook", id: "2", at, event_type: "partner.account.state-change.operational", duplicates: 1, processed_at: at } as const;
    expect(told(webhook)).toContain("Klarna: account operationalWebhook");
    expect(told(webhook)).toContain("Klarna sent it 2 times; it counted once.");
    expect(told({ ...webhook, processed_at: null })).toContain("not acted on yet");
  });

  it("tells whether Klarna's webhook about it came, is awaited, or was late and what the desk did then", () => {
    expect(told({ ...onboarded, announcement: { is: "come", at } })).toContain("Klarna confirmed it by webhook");
    expect(told({ ...onboarded, announcement: { is: "awaited", at } })).toContain("is awaited; if it is late, the desk reads the merchant again");
    const late = { is: "late", at, read_again: false } as const;
    expect(told({ ...onboarded, announcement: late })).toContain("didn't come in time, so the desk is reading the merchant again");
    expect(told({ ...onboarded, announcement: { ...late, read_again: true } })).toContain("so the desk has read the merchant again");
    expect(told(onboarded)).not.toContain("webhook");
  });

  it("tells what the desk saw change, in Klarna's words where ours are the same", () => {
    const change = {
      kind: "change",
      id: "3",
      at,
      field: "state",
      before: "PARTIALLY_OPERATIONAL / INITIAL_SETUP",
      after: "OPERATIONAL / SETUP_COMPLETE",
      drift: false,
    } as const;
    expect(told(change)).toContain("Became operational");
    expect(told({ ...change, field: "product", after: "DISABLED / OTHER_RISK" })).toContain("A product became disabled by Klarna");
    const reason = { ...change, before: "DISABLED / OTHER_RISK", after: "DISABLED / NON_COMPLIANT" };
    expect(told(reason)).toContain("DISABLED / OTHER_RISK → DISABLED / NON_COMPLIANT");
    expect(told({ ...change, before: null, after: null })).toContain("state changed");
  });

  it("says why there is nothing yet", () => {
    render(<MerchantTimeline page={{ pinned: [], entries: [], next: null }} href="/all" />);
    expect(screen.getByText(/^Nothing yet/)).toBeTruthy();
  });
});

function told(entry: TimelineEntry): string {
  cleanup();
  render(<MerchantTimeline page={{ pinned: [], entries: [entry], next: null }} href="/all" />);
  return screen.getByRole("list").textContent ?? "";
}
