// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { MonthActs } from "@/components/books/month-acts";

import { Doors } from "../merchants/desk";
import { router } from "../navigation";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

it("says why a month wasn't locked beside that month alone, and reads again how it stands", async () => {
  new Doors({ "/api/desk/books/months": { problem: 409, code: "CHANGED", message: "Somebody has locked it meanwhile." } });
  const client = new QueryClient();
  const acts = (month: string) => (
    <QueryClientProvider client={client}>
      <MonthActs environment="test" month={month} locked={false} />
    </QueryClientProvider>
  );
  const { rerender } = render(acts("2026-10"));
  fireEvent.click(screen.getByRole("button", { name: "Lock October 2026" }));
  expect(await screen.findByText("The month stays as it was")).toBeTruthy();
  await waitFor(() => expect(router.refresh).toHaveBeenCalledTimes(1));
  rerender(acts("2026-09"));
  expect(screen.getByRole("button", { name: "Lock September 2026" })).toBeTruthy();
  expect(screen.queryByText("The month stays as it was")).toBeNull();
});
