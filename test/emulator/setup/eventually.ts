import { expect } from "vitest";

/** Looks again until it is so, as long as what the suites wait for may take. */
export function eventually<Value>(look: () => Value | Promise<Value>) {
  return expect.poll(look, { interval: 10 });
}
