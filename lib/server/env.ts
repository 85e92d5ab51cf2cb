import "server-only";
import { z } from "zod";

import { type Environment, environments } from "@/lib/klarna/environment";

import { pairFaults } from "./certificates/pair";
import { keepingSettings } from "./keeping/settings";
import { readSignInSettings, type SignInSettings } from "./sign-in-settings";

/** What the desk needs to speak to one of Klarna's environments. */
export interface KlarnaSettings {
  readonly url: string;
  readonly apiKey: string;
  /** Webhook signing secrets by key id; two at once while one is rotated. */
  readonly webhookKeys: ReadonlyMap<string, string>;
  readonly mtls?: { readonly certFile: string; readonly keyFile: string };
}

const dataKey = z
  .string()
  .regex(/^[\w-]{1,16}:[A-Za-z0-9+/]{43}=$/, "must be an id, a colon and 32 bytes in base64: k1:… (make one with: openssl rand -base64 32)");

const within = (least: number, most: number, fault: string) => z.coerce.number(fault).min(least, fault).max(most, fault);

const settings = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a PostgreSQL address: postgres://user:password@host:5432/name"),
  DESK_URL: z.url({ protocol: /^https?$/, error: "must be the address people open the desk at: https://desk.example.com" }),
  DESK_SIGN_IN_SECRET: z.string().min(32, "needs at least 32 characters"),
  DESK_DATA_KEY: dataKey,
  DESK_WORKER: z.enum(["on", "off"], "must be on or off").default("on"),
  DESK_AUDIT_HEADS: z.string().optional(),
  DESK_SWEEP_AT: within(0, 23, "must be an hour from 0 to 23").int("must be an hour from 0 to 23").default(1),
  DESK_SWEEP_SHARE: within(0, 1, "must be a number from 0 to 1").default(0.5),
  DESK_METRICS_PORT: within(1, 65_535, "must be a port").int("must be a port").optional(),
  DESK_WORKER_METRICS_PORT: within(1, 65_535, "must be a port").int("must be a port").optional(),
  KLARNA_PAYOUTS_URL: z
    .string()
    .regex(/^https?:\/\/[^{}\s]+\{region\}[^{}\s]*\{environment\}[^{}\s]*$/, "must be an address with {region} and then {environment} in its path")
    .optional(),
  DESK_TIME_SCALE: z.coerce.number("must be a number").positive().max(1).default(1),
  ...keepingSettings,
});

const keyList = z
  .string()
  .regex(/^[^=,\s]+=[^=,\s]+(,[^=,\s]+=[^=,\s]+)*$/, "must be a list of id=secret, separated by commas")
  .transform((list) => new Map(list.split(",").map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)])));

function klarnaSettings(environment: Environment) {
  const host = environment === "live" ? "https://api-global.klarna.com" : "https://api-global.test.klarna.com";
  return z.object({
    URL: z.url({ protocol: /^https?$/, error: "must be an address: https://…" }).default(host),
    API_KEY: z
      .string()
      .regex(new RegExp(`^klarna_${environment}_api_`), `must be a key of the ${environment.toUpperCase()} environment: klarna_${environment}_api_…`)
      // No header could hold it, and no request would leave.
      .regex(/^[\x21-\x7e]*$/, "has a space, the end of a line or a letter that no key has: copy it once more, without anything around it"),
    WEBHOOK_KEYS: keyList.optional(),
    MTLS_CERT_FILE: z.string().optional(),
    MTLS_KEY_FILE: z.string().optional(),
  });
}

export type Env = z.output<typeof settings> & { readonly klarna: ReadonlyMap<Environment, KlarnaSettings>; readonly signIn: SignInSettings };

let read: Env | undefined;

/** The settings, read and checked once. Throws one error that lists every fault. */
export function env(): Env {
  read ??= readEnv(process.env);
  return read;
}

/** Checks a set of variables; a fault names the variable and what is wrong with it, never its value. */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const faults: string[] = [];
  const parsed = settings.safeParse(given);
  if (!parsed.success)
    faults.push(...parsed.error.issues.map((issue) => `${String(issue.path[0])} ${given[String(issue.path[0])] === undefined ? "is missing" : issue.message}`));
  const named = environments.map((environment) => ({ environment, own: namedFor(environment, given) })).filter(({ own }) => isSetUp(own));
  const klarna = new Map(named.flatMap(({ environment, own }) => readKlarna(environment, own, faults)));
  const signIn = readSignInSettings(given, faults);
  if (named.length === 0) faults.push("KLARNA_TEST_API_KEY is missing (or KLARNA_LIVE_API_KEY): the desk needs at least one environment");
  if (!parsed.success || faults.length > 0)
    throw new Error(`The settings need attention:\n${faults.map((fault) => `  - ${fault}`).join("\n")}\n.env.example explains each.`);
  return { ...parsed.data, klarna, signIn };
}

type Given = Readonly<Record<string, string | undefined>>;

const prefixOf = (environment: Environment) => `KLARNA_${environment.toUpperCase()}_`;

function namedFor(environment: Environment, given: Given): Given {
  const prefix = prefixOf(environment);
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])));
}

/** An address alone is no environment. */
function isSetUp(own: Given): boolean {
  return Object.keys(own).some((name) => name !== "URL");
}

function readKlarna(environment: Environment, own: Given, faults: string[]): readonly (readonly [Environment, KlarnaSettings])[] {
  const prefix = prefixOf(environment);
  const parsed = klarnaSettings(environment).safeParse(own);
  const wrong = parsed.error?.issues.map(({ path: [name], message }) => `${prefix}${String(name)} ${own[String(name)] === undefined ? "is missing" : message}`);
  faults.push(...(wrong ?? []), ...pairFaults(prefix, own));
  if (!parsed.success) return [];
  const { URL: url, API_KEY: apiKey, WEBHOOK_KEYS: webhookKeys, MTLS_CERT_FILE: certFile, MTLS_KEY_FILE: keyFile } = parsed.data;
  return [[environment, { url, apiKey, webhookKeys: webhookKeys ?? new Map(), ...(certFile && keyFile && { mtls: { certFile, keyFile } }) }]];
}
