import { type Environment, environments } from "@/lib/klarna/environment";

import { Faults } from "./http/faults";
import { Idempotency } from "./http/idempotency";
import { RateLimits } from "./http/rate-limits";
import { Books } from "./payouts/books";
import { PayoutLimits } from "./payouts/limits";
import { Random } from "./random";
import type { Account } from "./state/account";
import { Agenda } from "./state/agenda";
import { Clock } from "./state/clock";
import { Keys } from "./state/keys";
import { Requests } from "./state/requests";
import { Store, type Table } from "./state/store";
import { World } from "./state/world";
import { Deliveries } from "./webhooks/deliveries";
import { Events } from "./webhooks/events";

/** How an emulated Klarna is set up; what is left out is as Klarna's, in memory only. */
export interface KlarnaOptions {
  /** A folder where its state outlives the process. */
  readonly data?: string | undefined;
  /** What Klarna's waits are multiplied by. */
  readonly timeScale?: number | undefined;
  /** How long a set-up takes, in milliseconds before scaling. */
  readonly setupDelay?: number | undefined;
  /** The keys that are let in; each carries its environment. */
  readonly apiKeys?: readonly string[] | undefined;
}

const hour = 3_600_000;
const defaultKeys = ["klarna_test_api_emulator", "klarna_live_api_emulator"];

/** Everything that Klarna is, without the wire: two worlds, their clock, their limits and their webhooks. */
export class Klarna {
  readonly clock: Clock;
  readonly agenda: Agenda;
  readonly store: Store;
  readonly keys: Keys;
  readonly limits: RateLimits;
  readonly payoutLimits: PayoutLimits;
  readonly books: Books;
  readonly faults: Faults;
  readonly idempotency: Idempotency;
  readonly deliveries: Deliveries;
  readonly events: Events;
  readonly requests = new Requests();
  readonly worlds: Readonly<Record<Environment, World>>;
  readonly #setupDelay: number;
  readonly #settings: Table<number>;

  constructor(options: KlarnaOptions) {
    this.clock = new Clock(options.timeScale ?? 1);
    this.#setupDelay = options.setupDelay ?? 3000;
    this.agenda = new Agenda(this.clock);
    this.store = new Store(options.data);
    this.#settings = this.store.table("settings");
    this.clock.advance(this.#settings.get("clock ahead") ?? 0);
    this.keys = new Keys(this.store, options.apiKeys ?? defaultKeys);
    this.limits = new RateLimits(this.clock);
    this.payoutLimits = new PayoutLimits(this.clock, this.limits);
    this.books = new Books(this.store, this.clock);
    const chance = new Random(1);
    this.faults = new Faults(() => chance.next());
    this.idempotency = new Idempotency(this.store, this.clock);
    this.worlds = { test: new World(this.store, "test"), live: new World(this.store, "live") };
    this.deliveries = new Deliveries(this.store, this.clock, this.agenda, this.worlds);
    this.events = new Events(this.deliveries, this.clock);
    this.#resume();
  }

  /** Keeps an account and lets its asynchronous set-up begin: it becomes operational, with a webhook, after the delay. */
  setUp(world: World, account: Account, state_reason: "INITIAL_SETUP" | "ACCOUNT_UPDATE"): Account {
    const operational_at = this.clock.now() + this.#setupDelay * this.clock.scale;
    const begun: Account = { ...account, state: "PARTIALLY_OPERATIONAL", state_reason, operational_at };
    world.keep(begun);
    this.#planSetUp(world, begun);
    return begun;
  }

  /** Moves the clock ahead, for good, and does what has become due. */
  advance(ms: number): void {
    this.clock.advance(ms);
    this.#settings.put("clock ahead", this.clock.ahead);
    this.agenda.catchUp();
  }

  /** An empty Klarna at the machine's time, without faults; where webhooks go is kept. */
  reset(): void {
    this.agenda.cancelAll();
    const { targets } = this.deliveries;
    const worlds = Object.values(this.worlds).flatMap(({ webhooks, signingKeys }) => [keeping(webhooks), keeping(signingKeys)]);
    const restore = [keeping(targets), ...worlds];
    this.store.clear();
    for (const bringBack of restore) bringBack();
    this.clock.reset();
    this.faults.lift();
    this.limits.factor = 1;
    this.requests.clear();
    this.#tidy();
  }

  async stop(): Promise<void> {
    this.agenda.cancelAll();
    await this.deliveries.stop();
    this.store.close();
  }

  #resume(): void {
    for (const environment of environments) {
      const world = this.worlds[environment];
      for (const account of world.accounts.values()) if (account.operational_at !== undefined) this.#planSetUp(world, account);
    }
    this.deliveries.resume();
    this.#tidy();
  }

  /** Drops what is old, now and each hour: an emulator that runs for days would hold every event and answer, and write them anew with each snapshot. */
  #tidy(): void {
    this.agenda.at("tidy", this.clock.now() + hour, () => this.#tidy());
    try {
      this.store.transact(() => {
        this.deliveries.forgetOld();
        this.idempotency.forgetOld();
      });
    } catch {
      // A full disk, as whoever asks for something is told. Nobody asked for this: what is old can stay for another hour.
    }
  }

  #planSetUp(world: World, { account_id, operational_at }: Account): void {
    if (operational_at !== undefined) this.agenda.at(`set-up ${account_id}`, operational_at, () => this.#finishSetUp(world, account_id));
  }

  #finishSetUp(world: World, account_id: string): void {
    const account = world.accounts.get(account_id);
    if (account?.state !== "PARTIALLY_OPERATIONAL") return;
    const { operational_at: _, ...rest } = account;
    const operational: Account = { ...rest, state: "OPERATIONAL", state_reason: "SETUP_COMPLETE" };
    this.store.transact(() => {
      world.keep(operational);
      this.events.operational(world.environment, operational);
    });
  }
}

/** What brings a table's rows back after everything was cleared. */
function keeping<Row>(table: Table<Row>): () => void {
  const rows = [...table.entries()];
  return () => {
    for (const [id, row] of rows) table.put(id, row);
  };
}
