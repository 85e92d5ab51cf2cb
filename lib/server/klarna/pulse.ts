import "server-only";
import type { Environment } from "@/lib/klarna/environment";

/** How Klarna has answered this process lately. Latencies in milliseconds; null where nothing was asked. */
export interface Pulse {
  readonly calls: number;
  readonly failures: number;
  readonly p50: number | null;
  readonly p95: number | null;
  /** How long ago it last answered, in milliseconds. */
  readonly answeredAgo: number | null;
}

interface Beat {
  readonly at: number;
  readonly took: number;
  readonly failed: boolean;
}

const lately = 5 * 60_000;
const mostBeats = 2_000;

// One for a process, also when Next.js evaluates this module more than once.
const kept = globalThis as { deskPulse?: Map<Environment, Beat[]> };

/** Notes how long one request took and whether Klarna failed to answer it. */
export function noteBeat(environment: Environment, took: number, failed: boolean): void {
  const beats = beatsOf(environment);
  beats.push({ at: performance.now(), took, failed });
  if (beats.length > mostBeats) beats.splice(0, mostBeats / 2);
}

/** The last five minutes. */
export function pulseOf(environment: Environment): Pulse {
  const all = beatsOf(environment);
  const now = performance.now();
  const beats = all.filter(({ at }) => now - at < lately);
  const took = beats.map((beat) => beat.took).sort((one, other) => one - other);
  const answered = all.findLast(({ failed }) => !failed);
  return {
    calls: beats.length,
    failures: beats.filter(({ failed }) => failed).length,
    p50: quantile(took, 0.5),
    p95: quantile(took, 0.95),
    answeredAgo: answered ? Math.round(now - answered.at) : null,
  };
}

function beatsOf(environment: Environment): Beat[] {
  kept.deskPulse ??= new Map();
  const known = kept.deskPulse.get(environment) ?? [];
  kept.deskPulse.set(environment, known);
  return known;
}

function quantile(sorted: readonly number[], share: number): number | null {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? null : Math.round(value);
}
