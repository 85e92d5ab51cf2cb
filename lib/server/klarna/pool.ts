import "server-only";
import { Pool } from "undici";

import type { Environment } from "@/lib/klarna/environment";

import { clientCertificate } from "../certificates/own";
import { klarnaSettings } from "./settings";

const pools = new Map<Environment, Pool>();

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
