import type { Environment } from "@/lib/klarna/environment";

import { type Catalogue, catalogueOf } from "../catalogue/catalogue";
import { notFound } from "../http/refusal";
import type { ReportOrder } from "../reports/order";
import type { Account, Piece } from "./account";
import type { Store, Table } from "./store";

/** A credential as Klarna lists it; the key itself is only known by its hash. */
export interface Credential extends Piece {
  readonly credential_id: string;
}

/** One settlement: its details, the rest of its report's summary, and its transactions, oldest first; or the order by which those are made whenever they are asked for. */
export interface Settlement {
  readonly details: Piece & { readonly settlement_id: string };
  readonly report: Piece;
  readonly transactions: readonly Piece[];
  readonly order?: ReportOrder;
}

/** Where events of some types go, and the key they are signed with. */
export interface Webhook extends Piece {
  readonly webhook_id: string;
  readonly url: string;
  readonly event_types: readonly string[];
  readonly event_version: string;
  readonly signing_key_id: string;
  readonly status: "ENABLED" | "DISABLED";
}

export interface SigningKey {
  readonly signing_key_id: string;
  readonly created_at: string;
  readonly secret: string;
}

/** One of Klarna's two separated environments. */
export class World {
  readonly environment: Environment;
  readonly catalogue: Catalogue;
  readonly accounts: Table<Account>;
  /** Which account carries a partner's reference. */
  readonly references: Table<string>;
  /** Which group id Klarna gave a partner's group reference. */
  readonly groups: Table<string>;
  readonly credentials: Table<Credential>;
  readonly certificates: Table<Piece>;
  readonly settlements: Table<Settlement>;
  readonly webhooks: Table<Webhook>;
  readonly signingKeys: Table<SigningKey>;

  constructor(store: Store, environment: Environment) {
    this.environment = environment;
    this.catalogue = catalogueOf(environment);
    this.accounts = store.table(`${environment} accounts`);
    this.references = store.table(`${environment} references`);
    this.groups = store.table(`${environment} groups`);
    this.credentials = store.table(`${environment} credentials`);
    this.certificates = store.table(`${environment} certificates`);
    this.settlements = store.table(`${environment} settlements`);
    this.webhooks = store.table(`${environment} webhooks`);
    this.signingKeys = store.table(`${environment} signing keys`);
  }

  /** Throws Klarna's 404 for an id that this environment doesn't know, the other environment's included. */
  account(id: string): Account {
    return found(this.accounts.get(id), "account");
  }

  /** Keeps an account and the index of its reference. */
  keep(account: Account): void {
    const before = this.accounts.get(account.account_id);
    if (before && before.account_reference !== account.account_reference) this.references.remove(before.account_reference);
    this.references.put(account.account_reference, account.account_id);
    this.accounts.put(account.account_id, account);
  }
}

/** The thing, or Klarna's 404 that names what it was to be. */
export function found<Thing>(thing: Thing | undefined, what: string): Thing {
  if (thing === undefined) throw notFound(what);
  return thing;
}
