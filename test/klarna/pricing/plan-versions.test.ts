import { expect, test } from "vitest";

import { planVersions, versionHolding } from "@/lib/klarna/pricing/plan-versions";

const at = Date.parse("2026-11-26T12:00:00Z");
const short = (versions: unknown) => planVersions(versions, at).map(({ version, standing }) => `${version} ${standing}`);

test("versions stand in order, and each says whether it is over, holds or comes", () => {
  const versions = [
    { version: 3, effective_from: "2027-01-01T00:00:00Z", effective_to: null, comment: "Yearly adjustment" },
    { version: 1, effective_from: "2024-01-01T00:00:00Z", effective_to: "2025-07-01T00:00:00Z" },
    { version: 2, effective_from: "2025-07-01T00:00:00Z", effective_to: "2027-01-01T00:00:00Z" },
  ];
  expect(short(versions)).toEqual(["1 past", "2 current", "3 coming"]);
  expect(planVersions(versions, at)[2]?.comment).toBe("Yearly adjustment");
});

test("each version takes over from the one before it, also where several are to come", () => {
  const from = ["2027-07-01T00:00:00Z", "2025-07-01T00:00:00Z", "2027-01-01T00:00:00Z"];
  const versions = planVersions(
    from.map((effective_from, index) => ({ version: index + 7, effective_from })),
    at,
  );
  expect(versions.map(({ version, standing, before }) => [version, standing, before])).toEqual([
    [8, "current", undefined],
    [9, "coming", 8],
    [7, "coming", 9],
  ]);
});

test("where Klarna states no end, the next version's beginning is one", () => {
  const versions = [
    { version: 1, effective_from: "2024-01-01T00:00:00Z" },
    { version: 2, effective_from: "2025-07-01T00:00:00Z" },
  ];
  expect(short(versions)).toEqual(["1 past", "2 current"]);
  expect(planVersions(versions, at)[0]?.to).toBe("2025-07-01T00:00:00Z");
});

test("a version holds from its very beginning and no longer than to its end", () => {
  const versions = planVersions([{ version: 1, effective_from: "2024-01-01T00:00:00Z", effective_to: "2025-07-01T00:00:00Z" }], at);
  const holding = (moment: string) => versionHolding(versions, Date.parse(moment))?.version;
  expect(["2023-12-31T23:59:59Z", "2024-01-01T00:00:00Z", "2025-06-30T23:59:59Z", "2025-07-01T00:00:00Z"].map(holding)).toEqual([undefined, 1, 1, undefined]);
});

test("what isn't a version, or has no number, is left out, and odd dates are open", () => {
  expect(short(undefined)).toEqual([]);
  expect(short("versions")).toEqual([]);
  expect(short([null, 7, {}, { version: "2" }, { version: 4, effective_from: "soon", effective_to: 5, comment: 6 }])).toEqual(["4 current"]);
});
