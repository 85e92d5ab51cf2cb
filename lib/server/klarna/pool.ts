import "server-only";
import { Pool } from "undici";

import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { clientCertificate } from "../certificates/own";
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
  const known = pools.get(environment) ?? open(environment);
  pools.set(environment, known);
  return known;
}

function open(environment: Environment): Pool {
  const { url } = klarnaSettings(environment);
  return new Pool(new URL(url).origin, { connections: 64, keepAliveTimeout: 30_000, connect: { timeout: 5_000, ...clientCertificate(environment) } });
}
