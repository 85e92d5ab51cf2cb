import { gatewayCpu } from "./gateway-cpu.mjs";
import { gatewayLatency } from "./gateway-latency.mjs";

/** Every bench by name; the names of its figures begin with its own. */
export const benches = [
  ["gateway.cpu", gatewayCpu],
  ["gateway.latency", gatewayLatency],
];
