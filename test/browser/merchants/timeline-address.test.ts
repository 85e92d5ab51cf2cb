import { expect, test } from "vitest";

import { asSearch, questionIn } from "@/lib/desk/timeline";

test("a question is the same in an address and out of it; what can't be understood is left out", () => {
  const whole = { kinds: "note,drift", person: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86", from: "2026-02-28", to: "2026-03-01" };
  expect(asSearch(questionIn(new URLSearchParams(whole)))).toEqual(whole);
  expect(asSearch(questionIn(new URLSearchParams({ kinds: "drift,nonsense,note" })))).toEqual({ kinds: "note,drift" });
  expect(asSearch(questionIn(new URLSearchParams({ kinds: "", person: "me", from: "2026-02-31", to: "yesterday" })))).toEqual({});
});
