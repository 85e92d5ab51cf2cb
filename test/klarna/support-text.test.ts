import { describe, expect, it } from "vitest";

import { everyOperation } from "@/lib/klarna/every-operation";
import { type Incident, supportText } from "@/lib/klarna/support-text";

const account = "krn:partner:global:account:test:BL0M5TER";
const incident: Incident = {
  environment: "test",
  accountId: account,
  operation: "bankAccounts.update",
  at: "2026-11-23T12:00:07+01:00",
  firstAt: "2026-11-23T11:00:00Z",
  tries: 1,
  errorId: "5a3f0c1e-0b1d-4a53-9d56-0f4f3a1b7f10",
  code: "VALIDATION_ERROR",
  idempotencyKey: "7b2d1f5e-2f0f-5c1d-8a35-6b0e0e0f4c11",
  outcome: "refused",
};

describe("what Klarna's support is given", () => {
  it("names all that it asks for, times in UTC and the path as a template", () => {
    expect(supportText(incident)).toBe(
      [
        "Environment: TEST",
        `Account: ${account}`,
        "Operation: PATCH /v2/accounts/{account_id}/extra-account-data/settlement-information/bank-accounts/{bank_account_id}",
        "Time (UTC): 2026-11-23T11:00:07.000Z",
        "Error id: 5a3f0c1e-0b1d-4a53-9d56-0f4f3a1b7f10",
        "Error code: VALIDATION_ERROR",
        "Idempotency key: 7b2d1f5e-2f0f-5c1d-8a35-6b0e0e0f4c11",
        "Outcome: refused",
      ].join("\n"),
    );
  });

  it("tells of all tries of one that is unclear, and claims nothing about it", () => {
    const text = supportText({ ...incident, tries: 3, errorId: null, code: "NO_ANSWER", outcome: "unclear" });
    expect(text).toContain("First sent (UTC): 2026-11-23T11:00:00.000Z\nSent: 3 times");
    expect(text).toContain("Outcome: not known");
    expect(text).not.toMatch(/Error id|refused/);
  });

  it.each([...everyOperation.values()])("has method and path of $name from its row", ({ name, method, path }) => {
    expect(supportText({ ...incident, operation: name })).toContain(`Operation: ${method} ${path}\n`);
  });

  it("names no key for a removal: Klarna gets none with it", () => {
    expect(supportText({ ...incident, operation: "bankAccounts.delete" })).not.toContain("Idempotency");
    expect(supportText(incident)).toContain("Idempotency");
  });

  it("leaves out what isn't known, and says nothing empty", () => {
    const text = supportText({ at: "2026-11-23T11:00:00Z", errorId: "5a3f", outcome: "refused" });
    expect(text).toBe("Time (UTC): 2026-11-23T11:00:00.000Z\nError id: 5a3f\nOutcome: refused");
    expect(supportText({ ...incident, operation: "later.operation", at: "nonsense" })).toMatch(/Operation: later.operation\nError id/);
  });

  it("takes nothing over that it doesn't name, whatever else comes with it", () => {
    const whole = {
      ...incident,
      by: "Ada Lindqvist",
      merchant: "Åkerbär",
      sent: { iban: "SE4550000000058398257466" },
      params: { stakeholder_id: "secret" },
      note: "called Eva",
    };
    expect(supportText(whole)).toBe(supportText(incident));
  });

  it("keeps a strange code or id in its line", () => {
    const text = supportText({ ...incident, code: "A\nOutcome: carried out\u2028", errorId: "x".repeat(5_000) });
    expect(text.split("\n")).toHaveLength(8);
    expect(text).toContain("Error code: A Outcome: carried out\n");
    expect(text.length).toBeLessThan(1_000);
  });
});
