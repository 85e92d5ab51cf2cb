import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { guardRequests } from "@/lib/server/edge/guard";

const servers: Server[] = [];

/** A server behind the edge, which gives up what takes longer than a second to arrive; answers its port. */
export async function behindTheEdge(listener: RequestListener): Promise<number> {
  const server = createServer(guardRequests(listener, 1_000));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** Closes every server behind the edge, with whoever is still connected. */
export async function closeEdges(): Promise<void> {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
