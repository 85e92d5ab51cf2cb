import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { env } from "../env";
import { klarnaSettings } from "../klarna/settings";

/** Where Klarna is to send an environment's webhooks. */
export function ownAddress(environment: Environment): string {
  return `${env().DESK_URL.replace(/\/+$/, "")}/api/webhooks/klarna/${environment}`;
}

/** Why Klarna wouldn't deliver there, or null: it takes HTTPS on port 443 or 8443 only. On one machine with the emulator anything goes. */
export function addressFault(environment: Environment): string | null {
  const { protocol, port, hostname, origin } = new URL(env().DESK_URL);
  if (protocol === "https:" && ["", "443", "8443"].includes(port)) return null;
  if (isLoopback(hostname) && isLoopback(new URL(klarnaSettings(environment).url).hostname)) return null;
  return `Klarna delivers to https on port 443 or 8443 only, and this desk is set up as ${origin}. Set DESK_URL to the address at which Klarna can reach it.`;
}

function isLoopback(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
