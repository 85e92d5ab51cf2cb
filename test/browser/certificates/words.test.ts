import { expect, test } from "vitest";

import { nameOf, standingOf } from "@/components/certificates/words";

const now = Date.parse("2026-11-26T12:00:00Z");
const day = 24 * 60 * 60 * 1_000;
const endingIn = (days: number, revoked_from: string | null = null) => ({
  valid_from: "2026-01-01T00:00:00Z",
  valid_to: new Date(now + days * day).toISOString(),
  revoked_from,
});

test.each([
  [31, "Valid", "good"],
  [30, "Ends within 30 days", "waiting"],
  [15, "Ends within 30 days", "waiting"],
  [14, "Ends within 14 days", "wrong"],
  [3.1, "Ends within 14 days", "wrong"],
  [3, "Ends within 3 days", "wrong"],
  [0, "Expired", "wrong"],
  [-400, "Expired", "wrong"],
])("a certificate that ends in %d days", (days, label, tone) => {
  expect(standingOf(endingIn(days), now)).toMatchObject({ label, tone });
});

test("a revocation counts more than an end, from its moment on", () => {
  expect(standingOf(endingIn(1, "2026-11-26T11:59:59Z"), now).label).toBe("Revoked");
  expect(standingOf(endingIn(1, "2026-11-26T12:00:01Z"), now).label).toBe("Will be revoked");
  expect(standingOf(endingIn(10, "2031-01-01T00:00:00Z"), now).label).toBe("Ends within 14 days");
  expect(standingOf(endingIn(-1, "2031-01-01T00:00:00Z"), now).label).toBe("Expired");
  expect(standingOf({ ...endingIn(90), valid_from: "2026-12-01T00:00:00Z" }, now).label).toBe("Not valid yet");
});

test("a certificate is called by its common name, else by what it says, else by its number", () => {
  expect(nameOf({ subject: "O=Blomster\nCN=LWT2XJSE", serial_number: "01" })).toBe("LWT2XJSE");
  expect(nameOf({ subject: "O=Blomster, Inc.\nC=SE", serial_number: "01" })).toBe("O=Blomster, Inc., C=SE");
  expect(nameOf({ subject: "", serial_number: "01AB" })).toBe("01AB");
});
