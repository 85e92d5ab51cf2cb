import { expect, test } from "vitest";

import { isEnvironment } from "@/lib/klarna/environment";
import { isProblem, ProblemError, problemFields } from "@/lib/klarna/problem";

test("a problem has its fields, if only none", () => {
  const error = new ProblemError({ status: 409, code: "RESOURCE_CONFLICT", message: "It can only be set once.", errorId: "5a3f" });
  expect(error.problem).toEqual({ status: 409, code: "RESOURCE_CONFLICT", message: "It can only be set once.", errorId: "5a3f", fields: [] });
  expect(isProblem(JSON.parse(JSON.stringify(error.problem)))).toBe(true);
});

test("whatever isn't a problem means that the desk couldn't be reached", () => {
  const known = new ProblemError({ status: 400, code: "INPUT", message: "Fill this in" });
  expect(ProblemError.of(known)).toBe(known);
  const cause = new TypeError("fetch failed");
  expect(ProblemError.of(cause)).toMatchObject({ problem: { status: 0, code: "UNREACHABLE", fields: [] }, cause });
});

test("takes nothing else for a problem", () => {
  const problem = { status: 400, code: "INPUT", message: "Fill this in", fields: [] };
  for (const value of [null, undefined, "x", [], {}, { ...problem, status: "400" }, { ...problem, fields: undefined }, { ...problem, message: 1 }])
    expect(isProblem(value)).toBe(false);
});

test("writes the path to an input with dots", () => {
  expect(problemFields([{ path: ["channel", "websites", 0, "urls", 0], message: "Write a web address" }])).toEqual([
    { path: "channel.websites.0.urls.0", message: "Write a web address" },
  ]);
});

test("knows Klarna's two environments and no other", () => {
  expect(["test", "live"].every(isEnvironment)).toBe(true);
  expect(["TEST", "prod", "", undefined, "__proto__"].some(isEnvironment)).toBe(false);
});
