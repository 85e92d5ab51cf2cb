import "server-only";
import { subscribe } from "node:diagnostics_channel";

const lately = 500;
let last = Number.NEGATIVE_INFINITY;
subscribe("http.server.request.start", () => {
  last = performance.now();
});

/** Whether somebody has asked this process for something within half a second: then work that nobody waits for leaves them the machine for a while. */
export function askedLately(): boolean {
  return performance.now() - last < lately;
}
