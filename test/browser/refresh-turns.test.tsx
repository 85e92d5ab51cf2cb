// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { AttentionView } from "@/components/attention/attention-view";
import { CredentialSection } from "@/components/credentials/credential-section";
import { FinanceView } from "@/components/finance/finance-view";
import { ImportView } from "@/components/imports/import-view";
import { JobsView } from "@/components/jobs/jobs-view";
import { OperationList } from "@/components/operations/operation-list";
import { ConnectionsView } from "@/components/payouts/connections-view";
import { ReadingsView } from "@/components/payouts/readings-view";
import { RunList } from "@/components/runs/run-list";
import { RunView } from "@/components/runs/run-view";
import { SettlementList } from "@/components/settlements/settlement-list";
import { WebhookList } from "@/components/webhooks/webhook-list";
import type { AttentionCounts } from "@/lib/desk/attention";
import type { KnownCredentials } from "@/lib/desk/credential";
import type { FinanceOverview } from "@/lib/desk/finance";
import type { Run } from "@/lib/desk/run";

import { type Answer, Doors, renderFresh } from "./merchants/desk";
import { standAt } from "./navigation";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  standAt("/attention");
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const run: Run = {
  ...{ id: "r1", environment: "test", act: "suspend", given: {}, named: null, by: "Ada", in_name_of: null, state: "done", code: null, rate: null },
  ...{ created_at: "2026-11-01T10:00:00Z", starts_at: "2026-11-01T10:00:00Z", zone: null, finished_at: "2026-11-01T10:05:00Z", cancelled_at: null },
  ...{ total: 1, counts: { waiting: 0, taken: 0, done: 1, unclear: 0, failed: 0, "left-out": 0 } },
};
const noResults = { results: [], next: null };
const runs = { runs: [run], next: null };
const jobs = { open: [], sweeps: [], queues: [] };
const counts: AttentionCounts = { mine: 0, unassigned: 0, all: 0, more: [], looked_at: null };
const items = { items: [], next: null };
const settlements = { settlements: [], next: null };
const deliveries = { deliveries: [], next: null };
const operations = { operations: [], next: null };
const finance: FinanceOverview = {
  ...{ period: { weeks: 4, mondays: [], end: "2026-11-30" }, settlements: [], payouts: [], known: { settlements: null, payouts: null } },
  open: { settlements: { differs: 0, unknown: 0, late: 0, all: 0 }, payouts: { odd: 0, due: 0, late: 0, unread: 0, all: 0 } },
};
const known: KnownCredentials = { environment: "test", credentials: [], strangers: 0, unclear: null };
const at = "2026-11-28T10:00:00Z";

// Each with the door that it reads, what that answers, and the page.
it.each([
  ["a run", "runs/r1?", run, <RunView key="run" first={run} results={noResults} readAt={at} mayDo={[]} />],
  ["the list of runs", "runs?", runs, <RunList key="runs" environment="test" first={runs} readAt={at} />],
  ["background jobs", "jobs", jobs, <JobsView key="jobs" first={jobs} readAt={at} mayAct={false} />],
  ["readings of payouts", "payouts/syncs", [], <ReadingsView key="syncs" environment="test" connections={[]} first={[]} readAt={at} />],
  ["connections of payouts", "payouts/connections", [], <ConnectionsView key="connections" environments={["test"]} first={[]} readAt={at} />],
  ["settlements", "settlements?", settlements, <SettlementList key="settlements" environment="test" filter={{}} first={settlements} readAt={at} />],
  ["webhooks", "webhooks?", deliveries, <WebhookList key="webhooks" filter={{}} first={deliveries} readAt={at} />],
  ["operations", "operations?", operations, <OperationList key="operations" show="open" first={operations} readAt={at} />],
  ["finance", "finance?", finance, <FinanceView key="finance" environment="test" first={finance} readAt={at} />],
  ["credentials", "credentials?", { ...known, attempt: "a1", problem: null }, <CredentialSection key="credentials" known={known} readAt={at} />],
  ["imports", "imports", [], <ImportView key="imports" environment="test" first={[]} readAt={at} />],
  [
    "what needs attention",
    "attention?",
    items,
    <AttentionView
      key="attention"
      filter={{ tab: "unassigned", show: "open", sort: "due" }}
      first={{ page: items, counts, readAt: at }}
      environments={["test"]}
      me="me"
      mayAct={false}
    />,
  ],
])("the button of %s turns while a person's own reading is under way, and not while the page reads by itself", async (_, path, json, page) => {
  const door = `/api/desk/${path}`;
  const doors = new Doors({
    "/api/desk/runs/r1/results": { json: noResults },
    "/api/desk/attention/counts": { json: counts },
    [door]: { problem: 503, code: "DATABASE_DOWN" },
  });
  renderFresh(page);
  const again = await screen.findByRole("button", { name: "Try again" });
  let arrive: (answer: Answer) => void = () => undefined;
  doors.set(door, new Promise<Answer>((settle) => (arrive = settle)));
  const asked = doors.askedFor(door);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(doors.askedFor(door)).toBeGreaterThan(asked);
  expect(again.getAttribute("aria-busy")).toBeNull();
  fireEvent.click(again);
  expect(again.getAttribute("aria-busy")).toBe("true");
  arrive({ json });
  await waitFor(() => expect(again.getAttribute("aria-busy")).toBeNull());
  expect(again.textContent).toBe("Refresh");
});
