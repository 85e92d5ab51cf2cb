import { request as httpRequest, type RequestListener } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";

import { requestId } from "@/lib/server/edge/request-id";
import { behindTheEdge, closeEdges } from "./behind-the-edge";

const heard: string[] = [];
beforeEach(() => {
  heard.length = 0;
});
afterEach(closeEdges);

/** A server behind the edge that notes what it hears; answers its port. */
function heardBehindTheEdge(listener: RequestListener): Promise<number> {
  return behindTheEdge((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    listener(request, response);
  });
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function ask(port: number, path: string, { method = "GET", headers = {}, body }: Asked = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const asking = httpRequest({ port, host: "127.0.0.1", path, method, headers }, async (response) => {
      const text = (await response.setEncoding("utf8").toArray()).join("");
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

const fine: RequestListener = (_, response) => void response.end("fine");

test("every answer has an id and the headers that keep a browser safe; only what is built may be kept by a cache", async () => {
  const port = await heardBehindTheEdge(fine);
  for (const path of ["/", "/test/merchants?q=1", "/api/desk/drafts", "/icon.svg", "/favicon.ico", "/_next/static/a.js", "/_next/data", "//refused"]) {
    const { headers } = await ask(port, path);
    expect(headers, path).toMatchObject({
      "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "strict-transport-security": expect.stringContaining("max-age=31536000"),
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
    expect(headers["cache-control"], path).toBe(path === "/icon.svg" || path === "/favicon.ico" || path.startsWith("/_next/static") ? undefined : "no-store");
    expect(headers["content-security-policy"], path).toBe(path.startsWith("/api/") ? "default-src 'none'; frame-ancestors 'none'" : undefined);
  }
});

test("a proxy's id for a request is taken if it can be nothing else, and is known while the request lasts", async () => {
  const port = await heardBehindTheEdge((_, response) => setImmediate(() => response.end(requestId())));
  for (const id of ["0b8f3c64-7a53-4f19-9d53-2c1e7b5a4f86", "0b8f3c647a534f199d532c1e7b5a4f86"])
    expect(await ask(port, "/", { headers: { "x-request-id": id } })).toMatchObject({ headers: { "x-request-id": id }, text: id });
  for (const odd of ["eva@example.com", "19790512-9990", "SE4550000000058398257466", "a".repeat(300), "{}", ""]) {
    const { headers, text } = await ask(port, "/", { headers: { "x-request-id": odd } });
    expect(text).toMatch(/^[0-9a-f]{8}-/);
    expect(headers["x-request-id"]).toBe(text);
  }
  const both = await Promise.all([ask(port, "/"), ask(port, "/")]);
  expect(both[0].text).not.toBe(both[1].text);
  expect(requestId()).toBeUndefined();
});

test("headers that only the desk itself sets are refused, at pages and at doors", async () => {
  const port = await heardBehindTheEdge(fine);
  const internal = ["x-middleware-subrequest", "x-middleware-next", "X-Middleware-Rewrite", "x-invoke-path", "x-matched-path", "x-now-route-matches"];
  for (const name of [...internal, "x-nextjs-data", "x-prerender-revalidate", "next-action", "Next-Action", "x-desk-path", "X-Desk-Anything"]) {
    expect((await ask(port, "/test/merchants", { headers: { [name]: "1" } })).status, name).toBe(400);
    const door = await ask(port, "/api/desk/drafts", { method: "POST", headers: { [name]: "1" }, body: "{}" });
    expect([door.status, JSON.parse(door.text).code], name).toEqual([400, "INTERNAL_HEADER"]);
  }
  expect(heard).toEqual([]);
  expect((await ask(port, "/", { headers: { rsc: "1", "next-router-prefetch": "1", "x-attempt": "1" } })).status).toBe(200);
});

test("an address that climbs, hides a character or can't be read is refused; one of a merchant isn't", async () => {
  const port = await heardBehindTheEdge(fine);
  const odd = ["//evil.example", "/a//b", "/a\\b", "/%", "/%E0%A4%A", "/%ff", "/..", "/a/../b", "/a/%2e%2e/b", "/a/.", "/a%00b", "/a%0d%0ab", "/%5cevil", "*"];
  for (const path of [...odd, "http://evil.example/"]) expect((await ask(port, path, { method: "OPTIONS" })).status, path).toBe(400);
  for (const path of odd.filter((one) => one.startsWith("/")))
    expect(JSON.parse((await ask(port, `/api${path}`)).text), path).toMatchObject({ status: 400, code: "MALFORMED_ADDRESS", fields: [] });
  expect(heard).toEqual([]);
  for (const path of ["/", "/test/merchants/krn%3Apartner%3Aa.b", "/sign-in?to=//evil", "/api/desk/merchants?q=%E0%A4%A", "/a..b", "/a%2Fb"])
    expect((await ask(port, path)).status, path).toBe(200);
});

test("pages are read only: a form that was sent too early opens its page anew, anything else is refused", async () => {
  const port = await heardBehindTheEdge(fine);
  const early = await ask(port, "/sign-in?to=/test", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "a=b" });
  expect(early).toMatchObject({ status: 303, headers: { location: "/sign-in?to=/test" } });
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
    expect(await ask(port, "/sign-in", { method }), method).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  for (const method of ["TRACE", "PROPFIND", "LOCK"])
    expect(JSON.parse((await ask(port, "/api/desk/drafts", { method })).text), method).toMatchObject({ status: 405, code: "METHOD_NOT_ALLOWED" });
  expect(heard).toEqual([]);
});

test("what Next.js refuses at a door without a word gets one; what has its own words keeps them", async () => {
  const port = await heardBehindTheEdge((request, response) => {
    response.statusCode = request.method === "PUT" ? 405 : 404;
    if (request.method === "POST") response.setHeader("content-type", "application/json");
    response.end(request.method === "POST" ? "{}" : undefined);
  });
  const silent = await ask(port, "/api/desk/x", { method: "PUT", body: "{}" });
  expect(silent.headers["content-type"]).toBe("application/json");
  expect(JSON.parse(silent.text)).toMatchObject({ status: 405, code: "METHOD_NOT_ALLOWED", message: expect.any(String), fields: [] });
  expect((await ask(port, "/api/desk/x", { method: "POST", body: "{}" })).text).toBe("{}");
  expect((await ask(port, "/page")).text).toBe("");
});

test("a body is refused where none belongs, and one that promises to be too long before it is sent", async () => {
  const port = await heardBehindTheEdge(fine);
  for (const method of ["GET", "DELETE", "HEAD", "OPTIONS"])
    for (const headers of [{ "transfer-encoding": "chunked" }, { "content-length": "2" }])
      expect((await ask(port, "/api/desk/drafts", { method, headers, body: "{}" })).status, method).toBe(400);
  const promising = (bytes: number) => ask(port, "/api/desk/drafts", { method: "POST", headers: { "content-length": String(bytes), expect: "100-continue" } });
  expect((await promising(10_000_001)).status).toBe(413);
  expect(heard).toEqual([]);
  expect((await promising(10_000_000)).status).toBe(200);
});

test("what a browser says of where it is must be readable: Next.js would choke on it in the middle of its work", async () => {
  const port = await heardBehindTheEdge(fine);
  const from = (state: string) => ask(port, "/test/merchants", { headers: { rsc: "1", "next-router-state-tree": encodeURIComponent(state) } });
  for (const state of ["{", "7", '["", 7]']) expect((await from(state)).status, state).toBe(400);
  expect(heard).toEqual([]);
  expect((await from('["",{"children":["test",{"children":["merchants",{"children":["__PAGE__",{}]}]}]}]')).status).toBe(200);
});

test("whoever was refused begins with a new connection: what they were about to send isn't waited for", async () => {
  const port = await heardBehindTheEdge(fine);
  const refused = await ask(port, "/api/desk/drafts", {
    method: "POST",
    headers: { connection: "keep-alive", "x-desk-path": "1" },
    body: "x".repeat(2_000_000),
  });
  expect([refused.status, refused.headers.connection]).toEqual([400, "close"]);
});

test("whoever sends on after the answer is cut off", async () => {
  const port = await heardBehindTheEdge((_, response) => void response.writeHead(204).end());
  const socket = connect(port, "127.0.0.1");
  socket.write("POST /api/desk/sign-out HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n");
  const sending = setInterval(() => socket.write("4\r\nmore\r\n"), 20);
  socket.on("error", () => undefined);
  socket.resume();
  await new Promise((resolve) => socket.on("close", resolve));
  clearInterval(sending);
});

test("a connection goes on to its next request when the last was read, and ends when it wasn't", async () => {
  const port = await heardBehindTheEdge((request, response) => {
    if (request.url === "/api/unread") response.end();
    else request.resume().on("end", () => response.end());
  });
  const long = { method: "POST", body: "x".repeat(2_000_000), headers: { connection: "keep-alive" } };
  expect((await ask(port, "/api/unread", long)).headers.connection).toBe("close");
  expect((await ask(port, "/api/read", long)).headers.connection).toBe("keep-alive");
});
