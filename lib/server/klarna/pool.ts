import "server-only";
import { readFileSync } from "node:fs";
import { Pool } from "undici";

import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { env, type KlarnaSettings } from "../env";

const pools = new Map<Environment, Pool>();

/** The settings of an environment. Throws 404 when this desk isn't connected to it. */
export function klarnaSettings(environment: Environment): KlarnaSettings {
  const settings = env().klarna.get(environment);
  if (!settings)
    throw new ProblemError({
      status: 404,
      code: "NO_SUCH_ENVIRONMENT",
      message: `This desk isn't connected to Klarna's ${environment.toUpperCase()} environment.`,
    });
  return settings;
}

/** The kept-alive connections to one environment, with our client certificate where one is set. */
export function klarnaPool(environment: Environment): Pool {
  const known = pools.get(environment) ?? open(klarnaSettings(environment));
  pools.set(environment, known);
  return known;
}

function open({ url, mtls }: KlarnaSettings): Pool {
  const certificate = mtls && { cert: readFileSync(mtls.certFile), key: readFileSync(mtls.keyFile) };
  return new Pool(new URL(url).origin, { connections: 64, keepAliveTimeout: 30_000, connect: { timeout: 5_000, ...certificate } });
}
