import { createServer, type Server } from "node:net";
import os from "node:os";
import { afterEach, expect, test } from "vitest";

import { freePort, holdPort, nextFreePort, someoneAnswers } from "../../scripts/process/free-port.mjs";

const loopback = Object.values(os.networkInterfaces()).flatMap((addresses) => addresses ?? []);
const hosts = ["0.0.0.0", "127.0.0.1", "::1"].filter((host) => host === "0.0.0.0" || loopback.some(({ address }) => address === host));

let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => (server?.listening ? server.close(() => resolve()) : resolve())));

test("a port that nobody has is taken as it is", async () => {
  const port = await freePort();
  expect(await nextFreePort(port)).toBe(port);
});

test("a free port is none that the system might give to a connection meanwhile", async () => {
  for (let round = 0; round < 20; round++) expect(await freePort()).toBeLessThan(32_768);
});

test.each(hosts)("a port that somebody has on %s is passed over", async (host) => {
  const port = await freePort();
  await listen(port, host);
  expect(await nextFreePort(port)).toBeGreaterThan(port);
  expect(await someoneAnswers(port, host === "0.0.0.0" ? "127.0.0.1" : host)).toBe(true);
});

function listen(port: number, host: string): Promise<void> {
  const made = createServer();
  server = made;
  return new Promise((resolve, reject) => made.once("error", reject).listen(port, host, resolve));
}

test("a port that is held is nobody else's, until it is let go", async () => {
  const port = await freePort();
  const held = await holdPort(port);
  expect(await nextFreePort(port)).toBeGreaterThan(port);
  await expect(holdPort(port)).rejects.toThrow(`Something else listens on port ${port} already.`);
  await held.stop();
  await held.stop();
  expect(await nextFreePort(port)).toBe(port);
});
