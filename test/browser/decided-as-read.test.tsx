// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Choices } from "@/components/operations/choices";
import { Identities } from "@/components/settlements/identities";
import type { OperationEvidence } from "@/lib/desk/operation";

import { haveDialogs } from "./dialogs";
import { Doors } from "./merchants/desk";
import { standAt } from "./navigation";
import { within as at, madeSettlement } from "./settlements/made-settlement";

beforeEach(() => {
  haveDialogs();
  standAt("/");
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("accepts the difference that was read, where another report has come while the reason was typed", async () => {
  const doors = new Doors({ "/api/desk/settlements": { json: {} } });
  const page = (sha256: string) => at(madeSettlement(sha256, { verdict: "differs", lines_gap: "1" }), <Identities />);
  const show = shown(page("read"));
  fireEvent.click(screen.getByRole("button", { name: "Accept the difference" }));
  const dialog = await screen.findByRole("dialog");
  fireEvent.change(within(dialog).getByRole("textbox", { name: "Why" }), { target: { value: "Ticket 77" } });
  show(page("newer"));
  fireEvent.click(within(dialog).getByRole("button", { name: "Accept the difference" }));
  await waitFor(() => expect(doors.bodies).toContainEqual(expect.objectContaining({ sha256: "read", reason: "Ticket 77" })));
});

it("settles an operation as it was known when somebody chose, where it was tried again meanwhile", async () => {
  const doors = new Doors({ "/api/desk/operations": { json: {} } });
  const operation = { id: "o-1", name: "accounts.update", next: "person", fence: 3, candidates: [], account_id: "krn:account:1" };
  const page = (fence: number) => <Choices operation={{ ...operation, fence } as unknown as OperationEvidence} maySettle />;
  const show = shown(page(3));
  fireEvent.click(screen.getByRole("button", { name: "It was not done …" }));
  show(page(4));
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Settle it as not done" }));
  await waitFor(() => expect(doors.bodies).toContainEqual(expect.objectContaining({ fence: 3, verdict: "not-done" })));
});

/** Draws a page, and answers what draws it as it is read anew. */
function shown(page: ReactNode): (page: ReactNode) => void {
  const client = new QueryClient();
  const of = (inside: ReactNode) => <QueryClientProvider client={client}>{inside}</QueryClientProvider>;
  const { rerender } = render(of(page));
  return (next) => rerender(of(next));
}
