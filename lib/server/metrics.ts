import "server-only";
import type { Counter, Histogram } from "prom-client";

import type { Environment } from "@/lib/klarna/environment";

/** What is counted where it happens. */
export interface Metrics {
  readonly requests: Counter<"kind" | "status">;
  readonly klarna: Histogram<"environment" | "outcome">;
}

// One set for a process, also when Next.js evaluates this module more than once. None where nobody asks: then nothing of it is loaded.
const kept = globalThis as { deskMetrics?: Metrics };

/** From now on everything is counted in these. */
export function countIn(metrics: Metrics): void {
  kept.deskMetrics = metrics;
}

/** Counts an answer of the desk: a page's, a door's or a file's, by the hundreds of its status. */
export function countAnswer(kind: "page" | "door" | "file", status: number): void {
  kept.deskMetrics?.requests.inc({ kind, status: `${Math.floor(status / 100)}xx` });
}

/** Notes how long Klarna took over a request. */
export function observeKlarna(environment: Environment, milliseconds: number, failed: boolean): void {
  kept.deskMetrics?.klarna.observe({ environment, outcome: failed ? "failed" : "answered" }, milliseconds / 1_000);
}
