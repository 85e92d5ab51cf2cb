import "server-only";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";

import { guardRequests } from "./guard";
import { klarnaDoor } from "./klarna-door";

const requestStarts = "http.server.request.start";

/**
 * Nobody may take longer over sending the head of a request, or all of it; who sends a file may take longer, as long as something of it
 * arrives within each `requestTimeout`. A connection waits for its next request longer than proxies let theirs wait (a minute, mostly):
 * else one would be sent into a connection that is just being closed.
 */
const usual = { headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 75_000, maxConnections: 4_000 } as const;

/**
 * Puts the edge before the server that listens on `port`, from its next request on. Next.js makes its server itself and hands it to nobody;
 * Node tells of each request before it is listened to, and names the server.
 */
export function standBefore(port: number, limits: Limits = usual): void {
  const meet = (message: unknown) => {
    const { server } = message as { readonly server: Server };
    if ((server.address() as AddressInfo | null)?.port !== port) return;
    unsubscribe(requestStarts, meet);
    kept.deskServer = server;
    fortify(server, limits);
  };
  subscribe(requestStarts, meet);
}

type Limits = Readonly<Record<keyof typeof usual, number>>;

const kept = globalThis as { deskServer?: Server };

/** Lets nobody in any more, and resolves when everybody who was has been answered. */
export async function closeServer(): Promise<void> {
  const server = kept.deskServer;
  if (!server) return;
  const closed = new Promise((resolve) => server.close(resolve));
  // A browser keeps its connection for the next request, which won't be taken.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(idle);
}

function fortify(server: Server, limits: Limits): void {
  // Node's own limit is for all requests: the edge counts it for each.
  const { requestTimeout, ...others } = limits;
  Object.assign(server, { ...others, requestTimeout: 0 });
  // The desk has no sockets that stay open but in development, where Next.js tells the browser of changes.
  const production = process.env.NODE_ENV === "production";
  if (production) server.removeAllListeners("upgrade");
  for (const listener of server.listeners("request") as RequestListener[]) {
    server.off("request", listener);
    // Who develops wants the route handler as it stands in the file now.
    server.on("request", guardRequests(production ? klarnaDoor(listener) : listener, requestTimeout));
  }
}
