import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import type { Upstream } from "./desk";

/** One request as it arrived. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface ScriptedAnswer {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A Klarna without a mind: it notes what it is sent and says what it was told to say. */
export interface ScriptedKlarna extends Upstream {
  readonly received: Received[];
  /** What to say to each request; or what to do with its connection, answering nothing. */
  script: (request: Received, response: ServerResponse) => ScriptedAnswer | undefined;
}

export async function startScriptedKlarna(): Promise<ScriptedKlarna> {
  const server = createServer((incoming, response) => void answer(klarna, incoming, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const klarna: ScriptedKlarna = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    script: () => ({}),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return klarna;
}

// So high that nobody in a test waits for a turn.
const unlimited = '1000000, 1000000;w=1;name="account_partner-management",1000000;w=1;name="psp_partner-management"';

async function answer(klarna: ScriptedKlarna, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const request = { method: incoming.method ?? "", path: incoming.url ?? "", headers: incoming.headers, body: Buffer.concat(chunks).toString("utf8") };
  klarna.received.push(request);
  const said = klarna.script(request, response);
  if (!said) return;
  const { status = 200, body = "{}", headers } = said;
  response.writeHead(status, { "x-ratelimit-limit": unlimited, "content-type": "application/json", ...headers });
  response.end(status === 204 ? undefined : body);
}
