import { expect, vi } from "vitest";

/** How long something may take on a machine that is busy with everything else. */
const patience = 20_000;

/** Looks again until it is so. */
export function eventually<Value>(look: () => Value | Promise<Value>) {
  return expect.poll(look, { timeout: patience, interval: 10 });
}

/** For files whose tests wait for other processes or for answers over the network. */
export function bePatient(): void {
  vi.setConfig({ testTimeout: patience });
}
