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
  read_at: null,
};

describe("what happened to a merchant", () => {
  it("is told in words, with who did it and what became of it", () => {
    expect(told(onboarded)).toContain("Ada Lindqvist onboarded this merchantAccepted by Klarna");
    expect(told({ ...onboarded, state: "sent" })).toContain("On its way to Klarna");
  });

  it("names a refusal with what Klarna's support asks for", () => {
    const words = told({ ...onboarded, state: "rejected", code: "VALIDATION_ERROR", error_id: "5a3f" });
    expect(words).toContain("Refused by Klarna after less than 0.1 s: nothing changed");
    expect(words).toContain("VALIDATION_ERROR");
    expect(screen.getByRole("button", { name: "Copy error id" })).toBeTruthy();
  });

  it("doesn't call it Klarna's refusal where Klarna was never asked", () => {
    for (const [code, said] of [
      ["KLARNA_UNREACHABLE", "Klarna couldn't be reached, and nothing was sent"],
      ["RATE_USED_UP", "Klarna's rate was used up, and nothing was sent"],
    ] as const) {
      const words = told({ ...onboarded, state: "rejected", code });
      expect(words).toContain(said);
      expect(words).not.toContain("Refused by Klarna");
    }
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
    const late = { is: "late", at: "2026-11-23T11:20:00Z", read_again: false } as const;
    expect(told({ ...onboarded, announcement: late })).toContain("didn't come within 20 min, so the desk is reading the merchant again");
    const read = told({ ...onboarded, announcement: { ...late, read_again: true }, read_at: "2026-11-23T11:20:40Z" });
    expect(read).toContain("didn't come within 20 min, so the desk has read the merchant again, last 20 min 40 s after it was asked");
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

  it("says of a difference that nothing explains that nobody here made it, with what it was and is", () => {
    const change = { kind: "change", id: "3", at, field: "account_name", before: "Nordlys", after: "Sydljus", drift: true } as const;
    const words = told(change);
    expect(words).toContain("Name changedSeen by the desk: nobody here changed it, and Klarna hadn't announced it");
    expect(words).toContain("Nordlys → Sydljus");
    expect(told({ ...change, drift: false })).not.toContain("nobody here changed it");
  });

  it("tells that Klarna no longer knows an account, and that it knows it again", () => {
    const change = { kind: "change", id: "3", at, field: "missing", before: null, after: "MISSING", drift: true } as const;
    expect(told(change)).toContain("Klarna no longer knows this accountSeen by the desk: nobody here changed it");
    expect(told({ ...change, before: "MISSING", after: null, drift: false })).toContain("Klarna knows this account againSeen by the desk");
  });

  it("says how long each step took: accepted, and confirmed by webhook", () => {
    const settled_at = "2026-11-23T11:00:00.400Z";
    expect(told({ ...onboarded, settled_at })).toContain("Accepted by Klarna after 0.4 s");
    expect(told({ ...onboarded, settled_at })).not.toMatch(/confirmed|read again/i);
    expect(told({ ...onboarded, settled_at, read_at: "2026-11-23T11:00:20Z" })).toContain("Read again from Klarna since, last 20 s after it was asked");
    const words = told({ ...onboarded, settled_at, announcement: { is: "come", at: "2026-11-23T11:00:12Z" } });
    expect(words).toContain("Accepted by Klarna after 0.4 s");
    expect(words).toContain("Klarna confirmed it by webhook after 12 s");
    expect(told({ ...onboarded, settled_by: "read", settled_at: "2026-11-23T11:03:05Z" })).toContain("Klarna shows that it was done, after 3 min 5 s");
  });

  it("shows what an operation changed, old and new, and only names what is hidden", () => {
    const fields = [
      { path: "account_name", label: "Name", before: "Blomster", after: "Blomster AB", masked: false },
      { path: "email", before: "•••", after: "•••", masked: true },
      { path: "iban", before: null, after: "•••", masked: true },
      { path: "reference", before: "S-1", after: null, masked: false },
      { path: "fifth", before: null, after: "5", masked: false },
    ];
    const words = told({ ...onboarded, name: "accounts.update", fields });
    expect(words).toContain("NameBlomster → Blomster AB");
    expect(words).toContain("emailchanged, not shown here");
    expect(words).toContain("ibanset, not shown here");
    expect(words).toContain("referenceS-1 → nothing");
    expect(words).toContain("1 more field");
    expect(words).not.toContain("•••");
  });

  it("shows a note with whom it names, a reveal without its value, and a refusal of the desk's", () => {
    const note: TimelineEntry = {
      kind: "note",
      ...{ id: "4", at, by: "Ada", person_id: "1", body: "@Bo Ek, <b>look</b>", ticket: "CASE-1" },
      ...{ pinned_at: at, edited_at: at, mentions: [{ id: "2", name: "Bo Ek" }] },
    };
    expect(told(note)).toContain("Ada wrote a notePinned, edited since");
    expect(told(note)).toContain("@Bo Ek, <b>look</b>");
    expect(screen.getByText("@Bo Ek").tagName).toBe("SPAN");
    expect(screen.getByRole("button", { name: "Copy ticket number" })).toBeTruthy();
    const reveal: TimelineEntry = {
      kind: "reveal",
      ...{ id: "5", at, by: "Grace", operation: "stakeholders.reveal", field: "date_of_birth", reason: "They are on the phone" },
    };
    expect(told(reveal)).toContain("Grace saw date_of_birth in clearRevealed");
    expect(told({ ...reveal, label: "Date of birth" })).toContain("Grace saw “Date of birth” in clear");
    expect(told(reveal)).toContain("Reason: They are on the phone");
    const denied = { kind: "denied", id: "6", at, by: "Finn", role: "finance", operation: "accounts.update" } as const;
    expect(told(denied)).toContain("Finn wasn't allowed to do thisRefused by the desk, as finance");
    expect(told(denied)).toContain("Change the account");
    expect(told({ ...denied, operation: "notes.add" })).toContain("Write a note");
    expect(told({ kind: "act", id: "7", at, by: "Ada", did: "deleted a note" })).toContain("Ada deleted a note");
  });

  it("tells what Klarna settled, and leads to it", () => {
    const settled = {
      kind: "settlement",
      id: "S-1",
      at,
      environment: "test",
      account_id: "krn:a",
      settlement_id: "S-1",
      currency: "EUR",
      net: "562050",
    } as const;
    const period = { period_from: "2026-11-16T00:00:00Z", period_to: "2026-11-23T00:00:00Z" };
    const words = told({ ...settled, ...period, captures: 1_204, refunds: 1, chargebacks: 0 });
    expect(words).toContain("Klarna settled 1,204 captures and 1 refund");
    expect(words).toContain("5,620.50 EUR after fees");
    expect(screen.getByRole("link", { name: /16 Nov 2026/ }).getAttribute("href")).toBe("/test/settlements/S-1/transactions?account=krn%3Aa");
    expect(told({ ...settled, period_from: null, period_to: null, currency: null, captures: 0, refunds: 0, chargebacks: 0 })).toContain(
      "no purchases, but other amounts",
    );
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
