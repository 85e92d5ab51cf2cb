import "server-only";
import { Pool } from "undici";

import type { Environment } from "@/lib/klarna/environment";
import { payoutsHost, type Region } from "@/lib/klarna/payouts-api/hosts";

import { env } from "../../env";

const pools = new Map<string, Pool>();

/** The kept-alive connections to a region's host, and the path before Klarna's own. Which host it is follows from two closed lists: nobody types an address. */
export function payoutsPool(region: Region, environment: Environment): { readonly pool: Pool; readonly base: string } {
  const address = new URL(addressOf(region, environment));
  const known = pools.get(address.origin) ?? new Pool(address.origin, { connections: 32, keepAliveTimeout: 30_000, connect: { timeout: 5_000 } });
  pools.set(address.origin, known);
  return { pool: known, base: address.pathname.replace(/\/$/, "") };
}

/** Klarna's, unless whoever runs the desk has set another in its environment. */
function addressOf(region: Region, environment: Environment): string {
  const given = env().KLARNA_PAYOUTS_URL;
  return given === undefined ? payoutsHost(region, environment) : given.replace("{region}", region).replace("{environment}", environment);
}
