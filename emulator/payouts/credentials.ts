import type { Environment } from "@/lib/klarna/environment";
import { type Region, regions } from "@/lib/klarna/payouts-api/hosts";

/** What a merchant's credential in one region and environment is, in the three ways that Klarna takes it. */
export function credentialOf(region: Region, environment: Environment) {
  const apiKey = `klarna_${environment}_api_emulator_payouts_${region}`;
  const merchant = { eu: "K990017", na: "N100198", oc: "A200145" }[region];
  return {
    apiKey,
    /** The user name that is shown beside the key, for clients that must have one. */
    uuid: { username: `0b7c1d52-6f3e-4a8b-9c21-00000000000${1 + regions.indexOf(region) + (environment === "live" ? 3 : 0)}`, password: apiKey },
    /** As older merchants have it. */
    legacy: { username: `${merchant}_0123456789ab`, password: `emulated-${region}-${environment}-secret` },
  };
}

/** Whether an `Authorization` header is that of this region and environment: an API key as it is, or user name and password in base64. */
export function fits(authorization: string | undefined, region: Region, environment: Environment): boolean {
  if (!authorization?.startsWith("Basic ")) return false;
  const given = authorization.slice("Basic ".length);
  const { apiKey, uuid, legacy } = credentialOf(region, environment);
  return given === apiKey || [uuid, legacy].some(({ username, password }) => given === Buffer.from(`${username}:${password}`).toString("base64"));
}
