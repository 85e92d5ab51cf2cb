import type { Environment } from "../environment";

/** The regions that Klarna's Settlements API stands in; a credential belongs to one of them, and to one environment. */
export const regions = ["eu", "na", "oc"] as const;
export type Region = (typeof regions)[number];

export const regionNames: Readonly<Record<Region, string>> = { eu: "Europe", na: "North America", oc: "Oceania" };

/** Klarna's word for an environment of this API. */
export const environmentNames: Readonly<Record<Environment, string>> = { test: "playground", live: "production" };

/** The region that is meant; `us`, which other connectors asked for and no host has, is North America. */
export function regionMeant(given: string): Region | undefined {
  const name = given.trim().toLowerCase();
  return name === "us" ? "na" : regions.find((region) => region === name);
}

/** Where Klarna's Settlements API listens. There is no other place that a connection can lead to. */
export function payoutsHost(region: Region, environment: Environment): string {
  return `https://api${region === "eu" ? "" : `-${region}`}${environment === "live" ? "" : ".playground"}.klarna.com`;
}

/** The environment that an API key says it belongs to; undefined for what isn't of that form. */
export function environmentOfKey(key: string): Environment | undefined {
  const [, environment] = /^klarna_(test|live)_api_/.exec(key) ?? [];
  return environment as Environment | undefined;
}
