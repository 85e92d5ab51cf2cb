// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { usePageAnew } from "@/components/operation/use-page-anew";

import { type Answer, Doors } from "./merchants/desk";
import { router } from "./navigation";

beforeEach(() => {
  vi.useFakeTimers();
  router.refresh.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Anew() {
  return (
    <button type="button" onClick={usePageAnew()}>
      Anew
    </button>
  );
}

const door = "/api/desk/sessions";
const press = () => fireEvent.click(screen.getByRole("button", { name: "Anew" }));
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

function open(answer: Answer): Doors {
  const doors = new Doors({ [door]: answer });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Anew />
    </QueryClientProvider>,
  );
  return doors;
}

it("has a page made anew only once the desk can make it, once for all that wished it, and leaves the open one alone until then", async () => {
  const doors = open("away");
  press();
  await pass(0);
  doors.set(door, { problem: 503, code: "DATABASE_DOWN" });
  await pass(3_000);
  press();
  await pass(0);
  expect([doors.askedFor(door), router.refresh.mock.calls.length]).toEqual([2, 0]);
  doors.set(door, { json: [] });
  await pass(3_000);
  expect([doors.askedFor(door), router.refresh.mock.calls.length]).toEqual([3, 1]);
  press();
  await pass(0);
  expect(router.refresh).toHaveBeenCalledTimes(2);
});

it("leaves the open page alone where the session has ended, until there is another: the page to sign in on would take its place, with all that is typed", async () => {
  const doors = open({ problem: 401, code: "SIGNED_OUT" });
  press();
  await pass(60_000);
  expect(router.refresh).not.toHaveBeenCalled();
  doors.set(door, { json: [] });
  await pass(3_000);
  expect(router.refresh).toHaveBeenCalledTimes(1);
});
