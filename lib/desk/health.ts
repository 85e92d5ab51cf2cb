import type { Environment } from "@/lib/klarna/environment";

import type { WebhookWatch } from "./webhook";

/** How the desk and what it needs are. Times are ISO 8601 in UTC, durations in milliseconds, sizes in bytes; null is what can't be told. */
export interface HealthReport {
  readonly at: string;
  readonly database: DatabaseHealth;
  readonly klarna: readonly KlarnaHealth[];
  readonly rates: readonly RateHealth[];
  readonly webhooks: readonly WebhookHealth[];
  readonly work: WorkHealth;
  readonly disk: DiskHealth | null;
  readonly versions: { readonly desk: string; readonly node: string; readonly postgres: string; readonly migrations: number };
}

export interface DatabaseHealth {
  readonly latency: number;
  readonly connections: number;
  readonly most_connections: number;
  readonly size: number;
  /** How far the database's clock is ahead of this process's; negative when it is behind. */
  readonly clock_ahead: number;
}

/** As this process saw it in the last five minutes. */
export interface KlarnaHealth {
  readonly environment: Environment;
  readonly breaker: "closed" | "open" | "probing";
  readonly calls: number;
  readonly failures: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly answered_ago: number | null;
}

/** Requests a second of one of Klarna's categories, over all processes. */
export interface RateHealth {
  readonly environment: Environment;
  readonly lane: string;
  readonly limit: number;
  readonly allowed: number;
  readonly used: number;
  readonly waiting: number;
}

/** Whether webhooks come as they should, and how many lie here. */
export interface WebhookHealth extends WebhookWatch {
  /** Stored, and not caught up with yet. */
  readonly waiting: number;
}

/** What happens in the background, over all processes. */
export interface WorkHealth {
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  readonly rereads_due: number;
  readonly unknown_outcomes: number;
}

/** The disk that the database's files lie on, where that is this machine; else the desk's own. */
export interface DiskHealth {
  readonly free: number;
  readonly size: number;
  readonly of: "database" | "desk";
}
