// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { RunResults } from "@/components/runs/run-results";
import type { Run } from "@/lib/desk/run";

import { Doors, renderFresh } from "../merchants/desk";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const run: Run = {
  ...{ id: "r1", environment: "test", act: "suspend", given: {}, named: null, by: "Ada", in_name_of: null, state: "done", code: null, rate: null },
  ...{ created_at: "2026-11-01T10:00:00Z", starts_at: "2026-11-01T10:00:00Z", zone: null, finished_at: "2026-11-01T10:05:00Z", cancelled_at: null },
  ...{ total: 2, counts: { waiting: 0, taken: 0, done: 1, unclear: 0, failed: 1, "left-out": 0 } },
};

it("an outcome whose merchants couldn't be read isn't said to be one that none has", async () => {
  new Doors({ "/api/desk/runs/r1/results": { problem: 503, code: "DATABASE_DOWN" } });
  renderFresh(<RunResults run={run} first={{ results: [], next: null }} readAt={new Date().toISOString()} />);
  expect(screen.getByText("None so far")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: /^Failed/ }));
  expect(await screen.findByText("The results couldn't be read")).toBeTruthy();
  expect(screen.queryByText("None so far")).toBeNull();
});
