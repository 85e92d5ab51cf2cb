import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { Hono } from "hono";

import type { Environment } from "@/lib/klarna/environment";

import { controlDoor } from "./control/door";
import { answerRequest } from "./http/api";
import { Klarna, type KlarnaOptions } from "./klarna";
import { answerPayouts, isForPayouts } from "./payouts/api";
import { plant } from "./seed/plant";
import type { Target } from "./webhooks/deliveries";

/** How an emulator is started; what is left out is as Klarna's. */
export interface EmulatorOptions extends KlarnaOptions {
  /** 0, or nothing, takes a free one. */
  readonly port?: number | undefined;
  /** Plants merchants where there are none yet: the same for the same number. */
  readonly seed?: number | undefined;
  /** Where webhooks go, by environment. */
  readonly webhooks?: Partial<Record<Environment, Target>> | undefined;
  /** Told of every fault of the emulator's own. */
  readonly log?: ((error: unknown) => void) | undefined;
}

/** An emulator that listens on the loopback interface until it's stopped. */
export interface Emulator {
  readonly url: string;
  readonly port: number;
  /** Ends in order: open connections are closed, everything committed is on disk. */
  stop(): Promise<void>;
}

export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const klarna = new Klarna(options);
  for (const [environment, target] of Object.entries(options.webhooks ?? {})) klarna.deliveries.targets.put(environment, target);
  if (options.seed !== undefined && klarna.worlds.test.accounts.size === 0) plant(klarna, { seed: options.seed });
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route("/__emulator", controlDoor(klarna));
  const log = options.log ?? (() => {});
  app.all("*", ({ env }) => (isForPayouts(env.incoming.url) ? answerPayouts(klarna, env, log) : answerRequest(klarna, env, log)));
  // Without options of HTTP/2, the adaptor makes a server of node:http.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const port = await listen(server, options.port ?? 0);
  return { url: `http://127.0.0.1:${port}`, port, stop: () => stop(server, klarna) };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

async function stop(server: Server, klarna: Klarna): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
  await klarna.stop();
}
