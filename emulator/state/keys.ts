import { createHash } from "node:crypto";

import { credentialIdIn } from "@/lib/klarna/api-key";
import type { Environment } from "@/lib/klarna/environment";

import type { Store, Table } from "./store";

/** The API keys that are let in, and the environment that each belongs to. Keys made at run time are kept as hashes only. */
export class Keys {
  readonly #given: ReadonlyMap<string, Environment>;
  readonly #made: Table<{ readonly environment: Environment; readonly credential_id: string }>;
  /** Credentials of given keys that were disabled. */
  readonly #ended: Table<true>;

  /** Throws for a key that isn't of the form `klarna_test_api_…` or `klarna_live_api_…`. */
  constructor(store: Store, given: readonly string[]) {
    this.#given = new Map(given.map((key) => [key, environmentOf(key)]));
    this.#made = store.table("keys");
    this.#ended = store.table("ended keys");
  }

  /** The environment of an `Authorization: Basic <key>` header, the key as it is; undefined where it isn't let in. */
  environment(authorization: string | undefined): Environment | undefined {
    if (!authorization?.startsWith("Basic ")) return undefined;
    const key = authorization.slice("Basic ".length);
    const given = this.#given.get(key);
    if (given) return this.#ended.size > 0 && this.#ended.get(credentialIdIn(key) ?? "") ? undefined : given;
    return this.#made.size > 0 ? this.#made.get(hash(key))?.environment : undefined;
  }

  /** The credential that a given key of an environment carries. */
  credentialOf(environment: Environment): string | undefined {
    return [...this.#given].flatMap(([key, belongs]) => (belongs === environment ? (credentialIdIn(key) ?? []) : []))[0];
  }

  add(key: string, credential_id: string): void {
    this.#made.put(hash(key), { environment: environmentOf(key), credential_id });
  }

  remove(credential_id: string): void {
    for (const [id, made] of [...this.#made.entries()]) if (made.credential_id === credential_id) this.#made.remove(id);
    if ([...this.#given.keys()].some((key) => credentialIdIn(key) === credential_id)) this.#ended.put(credential_id, true);
  }
}

function environmentOf(key: string): Environment {
  const [, environment] = /^klarna_(test|live)_api_[\w.~+/=-]+$/.exec(key) ?? [];
  if (environment !== "test" && environment !== "live") throw new Error("An API key begins with klarna_test_api_ or klarna_live_api_.");
  return environment;
}

function hash(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
