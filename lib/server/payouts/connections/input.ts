import "server-only";
import { z } from "zod";

import { isDay } from "@/lib/klarna/day";
import { environments } from "@/lib/klarna/environment";
import { environmentOfKey, regionMeant } from "@/lib/klarna/payouts-api/hosts";
import { checked, filled } from "@/lib/klarna/text";

import type { Credential } from "../api/credential";

const region = z.string("Choose a region").transform((given, context) => {
  const meant = regionMeant(given);
  if (meant) return meant;
  context.addIssue({ code: "custom", message: "Choose eu, na or oc" });
  return z.NEVER;
});

/** Printable and on one line: what is pasted with a line break at its end would be refused by Klarna without a word why. */
const secret = checked((value) => (/^[\x21-\x7e]{8,500}$/.test(value) ? undefined : "Paste it as Klarna showed it: letters, digits and signs, without spaces"));
const username = checked((value) =>
  /^[\x21-\x39\x3b-\x7e]{3,200}$/.test(value) ? undefined : "As Klarna shows it: K123456_… or a UUID, without spaces or colons",
);

const startDate = checked((value) => (value.startsWith("20") && isDay(value) ? undefined : "Write a day as YYYY-MM-DD, from 2000 on"));

const access = { environment: z.enum(environments), region, api_key: secret.optional(), username: username.optional(), password: secret.optional() };
const facts = { name: filled(60), start_date: startDate };

/** A credential as it was typed: a key, or both of the others. */
type Typed = {
  readonly environment: string;
  readonly api_key?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
};

function checkCredential({ environment, api_key, username: name, password }: Typed, context: z.core.$RefinementCtx): void {
  const fault = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message, input: undefined });
  if (api_key !== undefined && (name !== undefined || password !== undefined)) fault("api_key", "Give either an API key, or a user name and a password");
  if (api_key === undefined && name === undefined && password === undefined) fault("api_key", "Give an API key, or a user name and a password");
  if (api_key === undefined && name === undefined && password !== undefined) fault("username", "Fill this in");
  if (name !== undefined && password === undefined) fault("password", "Fill this in");
  for (const [path, value] of [
    ["api_key", api_key],
    ["password", password],
  ] as const) {
    const own = value === undefined ? undefined : environmentOfKey(value);
    if (path === "api_key" && value !== undefined && !own) fault(path, "A key begins with klarna_test_api_ or klarna_live_api_");
    if (own && own !== environment) fault(path, `This key is of ${own.toUpperCase()}: choose that environment, or paste another key`);
  }
}

/** What was typed as a credential. */
export function credentialIn({ api_key, username: name, password }: Typed): Credential {
  if (api_key !== undefined) return { kind: "api-key", apiKey: api_key };
  return { kind: "password", username: name ?? "", password: password ?? "" };
}

export const newConnection = z.strictObject({ ...facts, ...access }).superRefine(checkCredential);
export const testedConnection = z.strictObject(access).superRefine(checkCredential);
export const connectionAddress = z.strictObject({ id: z.uuid() });
export const changedConnection = z
  .strictObject({ id: z.uuid(), ...facts, environment: z.enum(environments), api_key: access.api_key, username: access.username, password: access.password })
  .superRefine((given, context) => {
    if (given.api_key !== undefined || given.username !== undefined || given.password !== undefined) checkCredential(given, context);
  });
