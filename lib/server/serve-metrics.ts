import "server-only";
import { createServer } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

import { env } from "./env";
import { healthGauges } from "./health/gauges";
import { breakerOf } from "./klarna/breaker";
import { logFault } from "./log";
import { countIn, type Metrics } from "./metrics";

/** Opens the port on loopback at which Prometheus may ask; what Health shows is looked at then. No label holds an id, an address or a name of somebody. */
export function serveMetrics(port: number): void {
  const registry = new Registry();
  countIn(metricsIn(registry));
  const lookAtHealth = healthGauges(registry);
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics" || request.method !== "GET") return void response.writeHead(404).end();
    await lookAtHealth();
    response.writeHead(200, { "content-type": registry.contentType }).end(await registry.metrics());
  });
  server.on("error", (error) => logFault("metrics can't be served", error));
  server.listen(port, "127.0.0.1").unref();
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
