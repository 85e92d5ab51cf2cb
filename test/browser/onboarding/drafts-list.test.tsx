// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";

import { Drafts } from "@/components/onboarding/drafts";
import { draftsInWords, mostDrafts } from "@/lib/desk/draft";

import { Doors, renderFresh } from "../merchants/desk";

// A closed dialog stands in the page, and jsdom has none of a dialog's ways.
beforeAll(() => {
  HTMLDialogElement.prototype.close = () => undefined;
});

const drafts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: crypto.randomUUID(), environment: "test", title: `Blomster ${index}`, version: 1, created_by: "Omar", updated_by: "Omar" },
    ...{ updated_at: "2026-11-26T12:00:00.000000Z", outcome: null, next_try_at: null, tries: 0, error_id: null, account_id: null },
    ...{ first_sent_at: null, sent_at: null, idempotency_key: null },
  }));

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
