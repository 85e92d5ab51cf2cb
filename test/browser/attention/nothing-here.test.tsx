// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { NothingHere } from "@/components/attention/nothing-here";
import type { AttentionFilter } from "@/lib/desk/attention";

afterEach(cleanup);

function show(filter: Omit<AttentionFilter, "sort">, mine = 0): void {
  render(<NothingHere filter={{ ...filter, sort: "due" }} counts={{ mine, unassigned: 0, all: 3, more: [], looked_at: null }} />);
}

it("says of a tab without anything done that it is so there, and leads to everybody's", () => {
  show({ tab: "mine", show: "done" });
  expect(screen.getByText("Nothing is marked as done here")).toBeDefined();
  expect(screen.getByRole("link", { name: "Look at everybody's" }).getAttribute("href")).toBe("/attention?tab=all&show=done");
});

it("says of a filter without anything put off that it is so there, and leads to everything", () => {
  show({ tab: "all", show: "snoozed", rule: "stuck" });
  expect(screen.getByText("Nothing is put off here")).toBeDefined();
  expect(screen.getByRole("link", { name: "Show everything" }).getAttribute("href")).toBe("/attention?tab=all&show=snoozed");
});

it("says of everybody's that nothing is done at all, and leads nowhere", () => {
  show({ tab: "all", show: "done" });
  expect(screen.getByText("Nothing is marked as done")).toBeDefined();
  expect(screen.queryByRole("link")).toBeNull();
});

it("says of one's own where colleagues take care of everything that nothing is one's own, and leads to theirs", () => {
  show({ tab: "mine", show: "open" });
  expect(screen.getByText("Nothing is yours")).toBeDefined();
  expect(screen.getByText("Colleagues take care of 3 things.")).toBeDefined();
  expect(screen.getByRole("link", { name: "Look at everybody's" }).getAttribute("href")).toBe("/attention?tab=all");
});

it("counts for colleagues only what they take care of: what has become one's own since the list was read is not theirs", () => {
  show({ tab: "mine", show: "open" }, 2);
  expect(screen.getByText("Colleagues take care of one thing.")).toBeDefined();
  cleanup();
  show({ tab: "mine", show: "open" }, 3);
  expect(screen.queryByText(/^Colleagues/)).toBeNull();
});

it("says of a filter under which nothing is unassigned that somebody takes care of what there is of it, and leads to everything that is unassigned", () => {
  show({ tab: "unassigned", show: "open", environment: "live" });
  expect(screen.getByText("Nothing unassigned matches the filter")).toBeDefined();
  expect(screen.getByText("Somebody takes care of the 3 things that do.")).toBeDefined();
  expect(screen.getByRole("link", { name: "Show everything" }).getAttribute("href")).toBe("/attention?tab=unassigned");
});
