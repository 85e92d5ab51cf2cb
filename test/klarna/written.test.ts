import { expect, it } from "vitest";

import { electronicIban, writtenText } from "@/lib/klarna/written";

it("a day of birth typed in digits alone gets its hyphens", () => {
  expect(["19700131", " 19700131 ", "1970-01-31", "197001", "1970 0131"].map((day) => writtenText("date_of_birth", day))).toEqual([
    "1970-01-31",
    "1970-01-31",
    "1970-01-31",
    "197001",
    "1970 0131",
  ]);
  expect(writtenText("number", "19700131")).toBe("19700131");
});

it("what can't be seen of a copied number or reference isn't sent, and a phone may have hyphens of any kind", () => {
  expect(writtenText("phone", "\u202a+46\u00a070\u2011174\u201306\u00ad05\u202c")).toBe("+46701740605");
  expect(writtenText("iban", "\u200ese45 5000\u200b 0000 0583 9825 7466")).toBe("SE4550000000058398257466");
  expect(electronicIban("\u200bse45")).toBe("SE45");
  expect(writtenText("bic", "\u2066ndeasess\u2069")).toBe("NDEASESS");
  expect(writtenText("account_reference", "M-1 \u200b")).toBe("M-1");
  expect(writtenText("collection_reference", "\u200b")).toBeUndefined();
  // In Persian, it is how a word is written.
  expect(writtenText("account_name", "می\u200cخواهم")).toBe("می\u200cخواهم");
});
