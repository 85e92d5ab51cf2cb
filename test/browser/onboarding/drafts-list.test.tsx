// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";

import { Drafts } from "@/components/onboarding/drafts";
import { draftsInWords, mostDrafts } from "@/lib/desk/draft";

import { Doors, renderFresh } from "../merchants/desk";

// A closed dialog stands in the page, and jsdom has none of a dialog's ways.
beforeAll(() => {
  HTMLDialogElement.prototype.close = () => undefined;
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const drafts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: crypto.randomUUID(), environment: "test", title: `Blomster ${index}`, version: 1, updated_by: "Omar" },
    ...{ updated_at: "2026-11-26T12:00:00.000000Z", outcome: null, next_try_at: null, tries: 0, error_id: null, account_id: null },
    ...{ first_sent_at: null, sent_at: null, idempotency_key: null },
  }));

test("a list of drafts that was read a moment ago is read again by whoever comes back to it", async () => {
  const doors = new Doors({ "/api/desk/drafts": { json: drafts(1) } });
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000 } } });
  const list = (
    <QueryClientProvider client={client}>
      <Drafts environment="test" />
    </QueryClientProvider>
  );
  const { unmount } = render(list);
  expect(await screen.findByText("Blomster 0")).toBeDefined();
  unmount();
  doors.set("/api/desk/drafts", { json: drafts(2) });
  render(list);
  expect(await screen.findByText("Blomster 1")).toBeDefined();
});

test("a list of drafts is kept up to date while Klarna may be creating one, and not longer", async () => {
  vi.useFakeTimers();
  const [draft] = drafts(1);
  const doors = new Doors({ "/api/desk/drafts": { json: [{ ...draft, outcome: "unknown" }] } });
  renderFresh(<Drafts environment="test" />);
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(screen.getByText("Outcome unknown")).toBeDefined();
  doors.set("/api/desk/drafts", { json: [{ ...draft, outcome: "rejected" }] });
  await act(() => vi.advanceTimersByTimeAsync(6_000));
  expect(screen.getByText("Refused or not sent")).toBeDefined();
  const asked = doors.askedFor("/api/desk/drafts");
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(doors.askedFor("/api/desk/drafts")).toBe(asked);
});

test("a list of drafts says when there are more than it shows, and how many there are at least", async () => {
  const doors = new Doors({ "/api/desk/drafts": { json: drafts(mostDrafts + 1) } });
  const { unmount } = renderFresh(<Drafts environment="test" />);
  expect(await screen.findByText(/the 200 that were saved last; there are more/)).toBeDefined();
  expect(screen.queryByText(`Blomster ${mostDrafts}`)).toBeNull();
  unmount();
  doors.set("/api/desk/drafts", { json: drafts(2) });
  renderFresh(<Drafts environment="test" />);
  expect(await screen.findByText("Blomster 1")).toBeDefined();
  expect(screen.queryByText(/there are more/)).toBeNull();
  expect([1, 2, mostDrafts, mostDrafts + 1].map((count) => draftsInWords(drafts(count)))).toEqual([
    "1 draft",
    "2 drafts",
    "200 drafts",
    "More than 200 drafts",
  ]);
});
