import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { momentOf, offsetAt, offsetWords, wallAt } from "@/lib/klarna/wall-time";

const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString().slice(0, 16));

describe("a time on the wall", () => {
  it.each([
    ["2027-01-01T00:00", "Europe/Stockholm", "2026-12-31T23:00", "once"],
    ["2027-07-01T00:00", "Europe/Stockholm", "2027-06-30T22:00", "once"],
    ["2027-03-28T02:30", "Europe/Stockholm", "2027-03-28T01:30", "never"],
    ["2027-03-28T03:00", "Europe/Stockholm", "2027-03-28T01:00", "once"],
    ["2027-10-31T02:30", "Europe/Stockholm", "2027-10-31T00:30", "twice"],
    ["2027-10-31T03:00", "Europe/Stockholm", "2027-10-31T02:00", "once"],
    ["2027-03-14T02:30", "America/New_York", "2027-03-14T07:30", "never"],
    ["2027-11-07T01:30", "America/New_York", "2027-11-07T05:30", "twice"],
    ["2027-04-04T02:45", "Australia/Lord_Howe", "2027-04-03T16:15", "once"],
    ["2027-01-01T12:00", "Asia/Kathmandu", "2027-01-01T06:15", "once"],
    ["2028-02-29T12:00", "UTC", "2028-02-29T12:00", "once"],
  ] as const)("%s in %s is %s, and the clock shows it %s", (wall, zone, expected, clock) => {
    const moment = momentOf(wall, zone);
    expect([iso(moment?.at), moment?.clock]).toEqual([expected, clock]);
  });

  it("that is none is no moment", () => {
    for (const wall of ["", "2027-13-01T00:00", "2027-01-01", "2027-01-01T25:00", "yesterday", "2027-01-01T00:00Z"])
      expect(momentOf(wall, "UTC")).toBeUndefined();
  });
});

const zones = ["UTC", "Europe/Stockholm", "Europe/London", "America/New_York", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Auckland"];
const minute = 60_000;
const anyMoment = fc.integer({ min: Date.parse("2020-01-01") / minute, max: Date.parse("2040-01-01") / minute }).map((minutes) => minutes * minute);

test("A moment that is shown and read again is the same, or the first of two that look alike", () => {
  fc.assert(
    fc.property(anyMoment, fc.constantFrom(...zones), (at, zone) => {
      const wall = wallAt(at, zone) ?? "";
      const read = momentOf(wall, zone);
      expect(wallAt(read?.at ?? 0, zone)).toBe(wall);
      expect(read?.clock === "twice" ? (read?.at ?? 0) <= at : read?.at === at).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("Any time of the calendar is a moment, which shows it unless the clock jumps over it", () => {
  fc.assert(
    fc.property(anyMoment, fc.constantFrom(...zones), (at, zone) => {
      const wall = iso(at) ?? "";
      const read = momentOf(wall, zone);
      const shown = wallAt(read?.at ?? 0, zone) ?? "";
      expect(read?.clock === "never" ? shown > wall : shown === wall).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("What a zone is before UTC is said in hours, and minutes where it takes them", () => {
  expect([0, 60, -210, 345].map(offsetWords)).toEqual(["UTC", "UTC+1", "UTC−3:30", "UTC+5:45"]);
  expect(offsetAt(Date.parse("2027-07-01"), "Europe/London")).toBe(60);
  expect(wallAt(Number.POSITIVE_INFINITY, "UTC")).toBeUndefined();
});
