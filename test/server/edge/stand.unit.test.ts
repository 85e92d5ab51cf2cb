import { Agent, createServer, get, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { closeServer, standBefore } from "@/lib/server/edge/stand";

let server: Server;
let port: number;
let arrived: (busy: ServerResponse) => void;
beforeEach(async () => {
  // What Next.js makes, but for how often Node looks whose time is over.
  server = createServer({ connectionsCheckingInterval: 20 }, (request, response) => {
    if (request.url === "/busy") arrived(response);
    else request.resume().on("end", () => response.end(request.url));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const limits = { headersTimeout: 100, requestTimeout: 200, keepAliveTimeout: 1_000, maxConnections: 20 };
const first = () => fetch(`http://127.0.0.1:${port}/first`, { headers: { connection: "close" } });

/** What is heard by whoever sends this, and then no more, until the connection ends. */
function heardUntilTheEnd(sent: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let heard = "";
  socket.setEncoding("utf8").on("data", (text) => {
    heard += text;
  });
  socket.on("error", () => undefined);
  socket.write(sent);
  return new Promise((resolve) => socket.on("close", () => resolve(heard)));
}

test("a request whose head or body comes too slowly is cut off", async () => {
  standBefore(port, limits);
  await first();
  expect(await heardUntilTheEnd("GET /test/merchants HTTP/1.1\r\nHost: desk\r\nX-Slowly: ")).toMatch(/^HTTP\/1.1 408 /);
  expect(await heardUntilTheEnd("POST /api/desk/drafts HTTP/1.1\r\nHost: desk\r\nContent-Length: 9\r\n\r\n{")).toMatch(/^HTTP\/1.1 408 /);
});

test("a file may take longer, as long as it goes on arriving; one that doesn't is cut off", async () => {
  // Longer than a busy machine holds its breath.
  const requestTimeout = 1_000;
  standBefore(port, { ...limits, requestTimeout });
  await first();
  const head = "POST /api/desk/settlements/import?environment=test HTTP/1.1\r\nHost: desk\r\nContent-Length: 20000000\r\n\r\n";
  const socket = connect(port, "127.0.0.1");
  let over = false;
  socket
    .on("error", () => undefined)
    .on("close", () => {
      over = true;
    });
  socket.write(head);
  const began = Date.now();
  const drip = setInterval(() => socket.write("x"), 20);
  await new Promise((resolve) => {
    socket.once("data", resolve);
    setTimeout(resolve, 3 * requestTimeout);
  });
  clearInterval(drip);
  // A timer may be a moment early.
  expect([over, Date.now() - began > 2.9 * requestTimeout]).toEqual([false, true]);
  await new Promise((resolve) => socket.once("close", resolve));
});

test("the usual limits are set at the first request; nobody waits for more than fifteen seconds for a head", async () => {
  standBefore(port);
  await first();
  expect(server).toMatchObject({ headersTimeout: 15_000, requestTimeout: 0, keepAliveTimeout: 75_000, maxConnections: 4_000 });
});

test("the edge stands before the first request already, and before no other server", async () => {
  const other = createServer((_, response) => response.end());
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  standBefore(port);
  const elsewhere = await fetch(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`, { headers: { connection: "close" } });
  expect(elsewhere.headers.get("x-request-id")).toBeNull();
  for (const answer of [await first(), await first()]) {
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await answer.text()).toBe("/first");
  }
  // Once, however many requests come.
  const [guarded] = server.listeners("request");
  await first();
  expect(server.listeners("request")).toEqual([guarded]);
  other.close();
});

test("in production nobody changes to another protocol", async () => {
  server.on("upgrade", (_, socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
  vi.stubEnv("NODE_ENV", "production");
  standBefore(port, limits);
  await first();
  const upgrade = "GET / HTTP/1.1\r\nHost: desk\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n";
  expect(await heardUntilTheEnd(upgrade)).not.toContain(" 101 ");
});

test("in production what is asked of Klarna doesn't reach Next.js; who develops gets the route handler", async () => {
  const asked = async () => (await fetch(`http://127.0.0.1:${port}/api/klarna/test/no.such`, { headers: { connection: "close" } })).text();
  standBefore(port, limits);
  await first();
  expect(await asked()).toBe("/api/klarna/test/no.such");
  vi.stubEnv("NODE_ENV", "production");
  standBefore(port, limits);
  await first();
  expect(await asked()).toContain("NO_SUCH_OPERATION");
});

test("whoever is being answered when the desk closes is answered; whoever only keeps a connection isn't waited for", async () => {
  standBefore(port);
  // Node itself would wait for as long as a browser likes to keep it.
  server.keepAliveTimeout = 0;
  await first();
  const read = (path: string) =>
    new Promise<string>((resolve, reject) => {
      const asking = get({ port, path, agent: new Agent({ keepAlive: true }) }, async (response) => resolve((await response.toArray()).join("")));
      asking.on("error", reject);
    });
  await read("/kept");
  const begun = new Promise<ServerResponse>((resolve) => {
    arrived = resolve;
  });
  const busy = read("/busy");
  const answer = await begun;
  const closed = closeServer();
  answer.end("answered");
  expect(await busy).toBe("answered");
  await closed;
  await expect(first()).rejects.toThrow();
});
