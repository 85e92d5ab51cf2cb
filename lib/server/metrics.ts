import "server-only";
import { createServer } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

import type { Environment } from "@/lib/klarna/environment";

import { env } from "./env";
import { breakerOf } from "./klarna/breaker";
import { logFault } from "./log";

interface Metrics {
  readonly requests: Counter<"kind" | "status">;
  readonly klarna: Histogram<"environment" | "outcome">;
}

// One set for a process, also when Next.js evaluates this module more than once.
const kept = globalThis as { deskMetrics?: Metrics };

/** Opens the port on loopback at which Prometheus may ask, if the settings name one. No label holds an id, an address or a name of somebody. */
export function serveMetrics(): void {
  const port = env().DESK_METRICS_PORT;
  if (port === undefined) return;
  const registry = new Registry();
  kept.deskMetrics = metricsIn(registry);
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics" || request.method !== "GET") return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": registry.contentType }).end(await registry.metrics());
  });
  server.on("error", (error) => logFault("metrics can't be served", error));
  server.listen(port, "127.0.0.1").unref();
}

/** Counts an answer of the desk: a page's, a door's or a file's, by the hundreds of its status. */
export function countAnswer(kind: "page" | "door" | "file", status: number): void {
  kept.deskMetrics?.requests.inc({ kind, status: `${Math.floor(status / 100)}xx` });
}

/** Notes how long Klarna took over a request. */
export function observeKlarna(environment: Environment, milliseconds: number, failed: boolean): void {
  kept.deskMetrics?.klarna.observe({ environment, outcome: failed ? "failed" : "answered" }, milliseconds / 1_000);
}

function metricsIn(registry: Registry): Metrics {
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: "desk_klarna_breaker_open",
    help: "1 while Klarna isn't asked because it was silent.",
    labelNames: ["environment"],
    registers,
    collect() {
      for (const environment of env().klarna.keys()) this.set({ environment }, breakerOf(environment).state() === "closed" ? 0 : 1);
    },
  });
  return {
    requests: new Counter({ name: "desk_answers_total", help: "Answers of the desk.", labelNames: ["kind", "status"], registers }),
    klarna: new Histogram({
      name: "desk_klarna_seconds",
      help: "How long Klarna took over a request.",
      labelNames: ["environment", "outcome"],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      registers,
    }),
  };
}
