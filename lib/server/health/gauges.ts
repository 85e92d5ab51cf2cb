import "server-only";
import { Gauge, type Registry } from "prom-client";

import type { HealthReport } from "@/lib/desk/health";

import { logFault } from "../log";
import { healthReport } from "./report";

/**
 * What the Health page knows, as gauges. The answer looks anew, by the same look: while the database is away that is all there is to say, and nothing stands
 * there that was so before.
 */
export function healthGauges(registry: Registry): () => Promise<void> {
  const up = new Gauge({ name: "desk_database_up", help: "1 while the database answers.", registers: [registry] });
  const gauges = readings.map(({ read, labels, ...about }) => ({
    read,
    labels,
    gauge: new Gauge({ ...about, labelNames: labels ?? [], registers: [registry] }),
  }));
  return async () => {
    const report = await healthReport().catch((error: unknown) => logFault("health can't be measured", error));
    up.set(report ? 1 : 0);
    for (const { read, labels, gauge } of gauges) {
      // Emptied, a gauge without labels would stand at 0, which would be a claim.
      if (labels) gauge.reset();
      else gauge.remove();
      for (const [value, of] of report ? read(report) : []) if (value !== null) gauge.set(of ?? {}, value);
    }
  };
}

interface Reading {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  /** Values with their labels; null for what can't be told. */
  readonly read: (report: HealthReport) => readonly (readonly [value: number | null, labels?: Readonly<Record<string, string>>])[];
}

const inEnvironment = ["environment"];
const rateWords = { limit: "what Klarna says", allowed: "what may be used now", used: "what was sent in the last second", waiting: "what waits for its turn" };

const readings: readonly Reading[] = [
  { name: "desk_database_seconds", help: "How long the database took over a small question.", read: ({ database }) => [[database.latency / 1_000]] },
  { name: "desk_database_bytes", help: "How large the database is.", read: ({ database }) => [[database.size]] },
  { name: "desk_database_connections", help: "Connections to the database.", read: ({ database }) => [[database.connections]] },
  ...(["limit", "allowed", "used", "waiting"] as const).map((figure) => ({
    name: `desk_rate_${figure}`,
    help: `Klarna's rate over all processes: ${rateWords[figure]}.`,
    labels: ["environment", "lane"],
    read: ({ rates }: HealthReport) => rates.map(({ environment, lane, [figure]: value }) => [value, { environment, lane }] as const),
  })),
  {
    name: "desk_jobs",
    help: "Background jobs over all processes.",
    labels: ["state"],
    read: ({ work }) => (["waiting", "running", "failed"] as const).map((state) => [work[state], { state }]),
  },
  { name: "desk_rereads_due", help: "Merchants to read again now.", read: ({ work }) => [[work.rereads_due]] },
  { name: "desk_operations_unknown", help: "Changes whose outcome nobody knows.", read: ({ work }) => [[work.unknown_outcomes]] },
  {
    name: "desk_webhook_last_age_seconds",
    help: "How long ago the last webhook came; nothing where none has.",
    labels: inEnvironment,
    read: ({ at, webhooks }) =>
      webhooks.map(({ environment, last_at }) => [last_at === null ? null : (Date.parse(at) - Date.parse(last_at)) / 1_000, { environment }]),
  },
  {
    name: "desk_webhooks_alarm",
    help: "1 while webhooks that were to be expected don't come.",
    labels: inEnvironment,
    read: ({ webhooks }) => webhooks.map(({ environment, state }) => [state === "missing" || state === "quiet" ? 1 : 0, { environment }]),
  },
  {
    name: "desk_webhooks_waiting",
    help: "Webhooks that are stored and not caught up with.",
    labels: inEnvironment,
    read: ({ webhooks }) => webhooks.map(({ environment, waiting }) => [waiting, { environment }]),
  },
  ...(["free", "size"] as const).map((figure) => ({
    name: `desk_disk_${figure}_bytes`,
    help: "The disk that the database's files lie on, where that is this machine; else the desk's.",
    labels: ["of"],
    read: ({ disk }: HealthReport) => (disk ? [[disk[figure], { of: disk.of }] as const] : []),
  })),
];
