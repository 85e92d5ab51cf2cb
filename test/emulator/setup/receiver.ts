import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

import { onTestFinished } from "vitest";

import { eventually } from "./eventually";

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody's webhook address: keeps what it receives and answers what it's told to, in turn, and then 200. `undefined` never answers. */
export async function receiver(answers: readonly (number | undefined)[] = []) {
  const received: Received[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const status = received.length < answers.length ? answers[received.length] : 200;
    received.push({ headers: incoming.headers, body: Buffer.concat(chunks).toString() });
    if (status !== undefined) outgoing.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { url, received, gets: (count: number) => eventually(() => received.length).toBe(count) };
}
