import { parseArgs } from "node:util";

import { environments } from "@/lib/klarna/environment";

import type { EmulatorOptions } from "./start";

/** The command line as options; throws a sentence about what is wrong with it. */
export function optionsOf(args: readonly string[]): EmulatorOptions & { readonly quiet: boolean } {
  const { values } = parseArgs({ args: [...args], options: known, strict: true });
  const keys = (values["signing-key"] ?? []).map(signingKey);
  return {
    port: number("port", values.port) ?? 4010,
    data: values.data,
    timeScale: number("time-scale", values["time-scale"]),
    setupDelay: number("setup-delay", values["setup-delay"]),
    seed: number("seed", values.seed),
    apiKeys: values["api-key"],
    webhooks: Object.fromEntries((values.webhook ?? []).map((given) => target(given, keys))),
    quiet: values.quiet ?? false,
  };
}

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;
const known = {
  port: text,
  data: text,
  "time-scale": text,
  "setup-delay": text,
  seed: text,
  "api-key": texts,
  webhook: texts,
  "signing-key": texts,
  quiet: { type: "boolean" },
} as const;

interface SigningKey {
  readonly environment: string | undefined;
  readonly key_id: string;
  readonly secret: string;
}

function number(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(value) || (name === "time-scale" && Number(value) === 0))
    throw new Error(`--${name} takes a number, such as ${name === "time-scale" ? "0.01" : "3000"}.`);
  return Number(value);
}

/** `[test=|live=]ID:SECRET`; the id may hold colons itself. */
function signingKey(given: string): SigningKey {
  const [, environment, key_id, secret] = /^(?:(test|live)=)?(.+):([^:]+)$/.exec(given) ?? [];
  if (!key_id || !secret) throw new Error("--signing-key takes ID:SECRET, or test=ID:SECRET.");
  return { environment, key_id, secret };
}

function target(given: string, keys: readonly SigningKey[]) {
  const environment = environments.find((name) => given.startsWith(`${name}=`));
  const url = environment && given.slice(environment.length + 1);
  if (!environment || !url || !URL.canParse(url))
    throw new Error("--webhook takes an environment and an address, such as test=http://127.0.0.1:3000/api/webhooks/klarna/test.");
  const key = keys.find((known) => known.environment === environment) ?? keys.find((known) => known.environment === undefined);
  if (!key) throw new Error("--webhook needs --signing-key ID:SECRET, which webhooks are signed with.");
  return [environment, { url, key_id: key.key_id, secret: key.secret }] as const;
}
