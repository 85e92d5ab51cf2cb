import { gatewayCpu } from "./gateway-cpu.mjs";
import { gatewayLatency } from "./gateway-latency.mjs";
import { pagePaint } from "./page-paint.mjs";
import { pageScripts } from "./page-scripts.mjs";

/** Every bench by the names that its figures begin with. */
export const benches = [
  [["gateway.cpu"], gatewayCpu],
  [["gateway.latency"], gatewayLatency],
  [["pages.js"], pageScripts],
  [["pages.lcp", "pages.cls"], pagePaint],
];
