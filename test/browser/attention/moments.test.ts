import { describe, expect, it } from "vitest";

import { dayOf, endOf, momentsAfter, morningOn } from "@/components/attention/moments";

const at = (text: string) => new Date(text);
const shown = (now: string) => momentsAfter(at(now)).map((moment) => [moment.label, moment.at.toString().slice(0, 21)]);

describe("until when something can be put off", () => {
  it("is later today, tomorrow morning or on Monday, in the person's own time", () => {
    expect(shown("2026-11-26T10:20:00")).toEqual([
      ["Later today", "Thu Nov 26 2026 13:20"],
      ["Tomorrow", "Fri Nov 27 2026 09:00"],
      ["Next week", "Mon Nov 30 2026 09:00"],
    ]);
  });

  it("is in three hours where that is another day; and Monday is said once", () => {
    expect(shown("2026-11-29T22:00:00")).toEqual([
      ["In three hours", "Mon Nov 30 2026 01:00"],
      ["Tomorrow", "Mon Nov 30 2026 09:00"],
    ]);
    expect(shown("2026-11-30T08:00:00").at(-1)).toEqual(["Next week", "Mon Dec 07 2026 09:00"]);
  });

  it("is the morning of a chosen day, and due is its end; what is no day is none", () => {
    expect(morningOn("2026-12-31")).toEqual(at("2026-12-31T09:00:00"));
    expect(endOf("2026-12-31")).toEqual(at("2026-12-31T23:59:00"));
    for (const odd of ["", "null", "31.12.2026", "2026-13-99x"]) expect([morningOn(odd), endOf(odd)]).toEqual([undefined, undefined]);
    expect(dayOf(at("2026-01-02T00:30:00"))).toBe("2026-01-02");
  });
});
