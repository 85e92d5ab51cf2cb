import { describe, expect, it } from "vitest";

import { type DirectoryQuery, everything, fromSearch, isPrivate, toSearch } from "@/lib/desk/directory";

const full: DirectoryQuery = {
  text: "Skönhet & Co",
  filters: { state: ["OPERATIONAL", "NOT_READ"], country: ["SE"], group: ["a=b&c", "d,e"] },
  days: { seen: 7, unseen: 90, changed: 30 },
  sort: { key: "seen", descending: true },
};

describe("a list's address", () => {
  it("holds the whole question, and gives it back", () => {
    for (const asked of [everything, full, { ...full, sort: { key: "name", descending: false } } as const])
      expect(fromSearch(new URLSearchParams(toSearch(asked).toString()))).toEqual(asked);
    expect(toSearch(everything).toString()).toBe("");
  });

  it("leaves out what it doesn't understand", () => {
    const odd = new URLSearchParams("sort=--seen&seen_days=0&changed_days=1e3&first_seen_days=99999&state=&colour=red&sort=size&tag=%00");
    expect(fromSearch(odd)).toEqual({ ...everything, filters: { tag: ["\0"] } });
    const many = new URLSearchParams(Array.from({ length: 60 }, (_, index) => ["country", String(index)]));
    expect(fromSearch(many).filters.country).toHaveLength(50);
  });

  it("never holds what may be somebody's own", () => {
    const own = ["SE45 5000 0000 0583 9825 7466", "se4550000", "19790512-9990", "790512-9990", "131052-308T", "RSSMRA85T10A562S", "12345678Z", "a@b.example"];
    for (const text of own) {
      expect(isPrivate(text), text).toBe(true);
      expect(toSearch({ ...everything, text }).toString(), text).toBe("");
      expect(fromSearch(new URLSearchParams({ q: text })).text, text).toBe("");
    }
    for (const text of ["Skönhet", "SE-10001", "krn:partner:global:account:test:12345678", "nordlys.example", "Butik 24"])
      expect(isPrivate(text), text).toBe(false);
  });
});
