import "server-only";
import { z } from "zod";

import type { Environment } from "@/lib/klarna/environment";
import type { Region } from "@/lib/klarna/payouts-api/hosts";

import { seal, unseal } from "../../crypto";

/** What Klarna's Settlements API lets somebody in by: an API key as it is, or a user name and a password. */
export type Credential =
  | { readonly kind: "api-key"; readonly apiKey: string }
  | { readonly kind: "password"; readonly username: string; readonly password: string };

/** Where a credential is to be taken to, and the credential. */
export interface Access {
  readonly region: Region;
  readonly environment: Environment;
  readonly credential: Credential;
}

/** The `Authorization` that Klarna wants: a key stands verbatim, only user name and password are encoded. */
export function authorizationOf(credential: Credential): string {
  if (credential.kind === "api-key") return `Basic ${credential.apiKey}`;
  return `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString("base64")}`;
}

/** What an admin tells it from others by, and nobody gets in with. */
export function hintOf(credential: Credential): string {
  if (credential.kind === "api-key") return `${/^klarna_\w+?_api_/.exec(credential.apiKey)?.[0] ?? ""}…${credential.apiKey.slice(-4)}`;
  return /^[A-Z]\d+/.exec(credential.username)?.[0] ?? `${credential.username.slice(0, 8)}…`;
}

/** A credential, encrypted for its connection's row. */
export function sealCredential(connectionId: string, credential: Credential): Buffer {
  return seal(placeOf(connectionId), JSON.stringify(credential));
}

/** The credential of a connection's row. */
export function openCredential(connectionId: string, sealed: Buffer): Credential {
  return kept.parse(JSON.parse(unseal(placeOf(connectionId), sealed)));
}

const kept = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("api-key"), apiKey: z.string() }),
  z.object({ kind: z.literal("password"), username: z.string(), password: z.string() }),
]);

function placeOf(connectionId: string): string {
  return `payout_connections.credential ${connectionId}`;
}
