// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { TestEvent } from "@/components/webhooks/test-event";
import { WebhookView } from "@/components/webhooks/webhook-view";
import type { WebhookDetail } from "@/lib/desk/webhook";
import type { WebhookAddress } from "@/lib/desk/webhook-address";

import { type Answer, Doors, renderFresh } from "../merchants/desk";

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const signedOut = { problem: 401, code: "SIGNED_OUT", message: "You are signed out." };
const down = (errorId: string) => ({ problem: 503, code: "DATABASE_DOWN", message: "The database is away.", errorId });
const type = "partner.account.state-changed";
const detail: WebhookDetail = {
  event: {
    ...{ kind: "event", id: "e-1", environment: "test", received_at: "2026-11-28T10:00:00Z", signing_key_id: null, event_type: type },
    ...{ account_id: "krn:a", occurred_at: null, late: false, overtaken: false, duplicates: 0, tries: 0, processed_at: null },
  },
  ...{ merchant: null, settlement: null, shown: null, changes: [], next_try_at: null },
};

it("an event that waits says so of the moment it was read at, and that the person is signed out", async () => {
  new Doors({ "/api/desk/webhooks/e-1": signedOut });
  renderFresh(<WebhookView first={detail} readAt={new Date().toISOString()} mayReprocess />);
  expect(screen.getByText(/^Read from the desk's records/)).toBeTruthy();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await screen.findByText("You are signed out.")).toBeTruthy();
  expect(screen.getByText(/This is what the desk saw/)).toBeTruthy();
});

it("whoever waits for a test event is told why its arrival can't be seen, for as long as it can't", async () => {
  new Doors({
    "/api/desk/webhooks": signedOut,
    "/api/desk/webhooks/test-event": { json: { event_type: type, sent_at: new Date().toISOString() } },
  });
  renderFresh(<TestEvent address={{ environment: "test" } as WebhookAddress} eventTypes={[type]} />);
  fireEvent.click(screen.getByRole("button", { name: "Send a test event" }));
  expect(await screen.findByText("Whether it has arrived can't be read")).toBeTruthy();
  // It goes on asking, and says so all the while.
  vi.stubGlobal(
    "fetch",
    vi.fn(() => new Promise(() => undefined)),
  );
  await vi.advanceTimersByTimeAsync(1_500);
  await waitFor(() => expect(fetch).toHaveBeenCalled());
  expect(screen.getByText("Whether it has arrived can't be read")).toBeTruthy();
});

it("why an arrival can't be seen is told once while it stays the same, though each try has an id of its own", async () => {
  const doors = new Doors({
    "/api/desk/webhooks": down("err-1"),
    "/api/desk/webhooks/test-event": { json: { event_type: type, sent_at: new Date().toISOString() } },
  });
  renderFresh(<TestEvent address={{ environment: "test" } as WebhookAddress} eventTypes={[type]} />);
  fireEvent.click(screen.getByRole("button", { name: "Send a test event" }));
  const { textContent } = await screen.findByRole("alert");
  doors.set("/api/desk/webhooks", down("err-2"));
  const asked = doors.askedFor("/api/desk/webhooks?");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(doors.askedFor("/api/desk/webhooks?")).toBeGreaterThan(asked + 1);
  expect(screen.getByRole("alert").textContent).toBe(textContent);
  doors.set("/api/desk/webhooks", signedOut);
  expect(await screen.findByText("You are signed out.", undefined, { timeout: 5_000 })).toBeTruthy();
});

it("the button of an event turns while a person's own reading is under way, and not while the page reads by itself", async () => {
  const doors = new Doors({ "/api/desk/webhooks/e-1": down("err-1") });
  renderFresh(<WebhookView first={detail} readAt={new Date().toISOString()} mayReprocess />);
  await vi.advanceTimersByTimeAsync(2_000);
  const again = await screen.findByRole("button", { name: "Try again" });
  let arrive: (answer: Answer) => void = () => undefined;
  const late = new Promise<Answer>((settle) => (arrive = settle));
  doors.set("/api/desk/webhooks/e-1", late);
  const asked = doors.asked.length;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(doors.asked.length).toBeGreaterThan(asked);
  expect(again.getAttribute("aria-busy")).toBeNull();
  fireEvent.click(again);
  expect(again.getAttribute("aria-busy")).toBe("true");
  arrive({ json: detail });
  await waitFor(() => expect(again.getAttribute("aria-busy")).toBeNull());
  expect(again.textContent).toBe("Refresh");
});
