import { expect, it } from "vitest";

import { writtenText } from "@/lib/klarna/written";

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
