import { randomUUID } from "node:crypto";

import { Agent, request } from "undici";

import type { Environment } from "@/lib/klarna/environment";

import type { Agenda } from "../state/agenda";
import type { Clock } from "../state/clock";
import type { Store, Table } from "../state/store";
import type { Webhook, World } from "../state/world";
import { isSubscribed } from "./address";
import { sign } from "./signature";

/** Where one environment's webhooks go, and the key they're signed with. */
export interface Target {
  readonly url: string;
  readonly key_id: string;
  readonly secret: string;
}

/** One event on its way: what is sent, what became of each try, and when the next is due. */
export interface Delivery {
  readonly environment: Environment;
  readonly event_id: string;
  readonly event_type: string;
  /** The registered webhook that it goes to, and the key that it was signed with first; without them it goes to the environment's target. */
  readonly webhook_id?: string | undefined;
  readonly key_id?: string | undefined;
  readonly body: string;
  readonly state: "pending" | "delivered" | "failed";
  readonly attempts: readonly { readonly at: string; readonly outcome: number | "timeout" | "unreachable" }[];
  readonly due: number;
}

const accepted = new Set([200, 201, 202, 204]);
const seconds = 1000;
const hours = 3600 * seconds;
/** Klarna's waits between tries: after the last it gives up. */
const waits = [10 * seconds, 120 * seconds, 900 * seconds, 3 * hours, 6 * hours, 12 * hours];
const timeout = 10 * seconds;
// A listener's own work takes as long however fast time runs, and longest on a busy machine.
const shortestTimeout = 5 * seconds;

/** Delivers events until they're accepted, by Klarna's schedule; what is on its way when the process ends goes on at the next start. */
export class Deliveries {
  readonly targets: Table<Target>;
  readonly #log: Table<Delivery>;
  readonly #agent = new Agent({ connections: 32 });
  readonly #stopping = new AbortController();
  readonly #clock: Clock;
  readonly #agenda: Agenda;
  readonly #worlds: Readonly<Record<Environment, World>>;

  constructor(store: Store, clock: Clock, agenda: Agenda, worlds: Readonly<Record<Environment, World>>) {
    this.targets = store.table("targets");
    this.#log = store.table("deliveries");
    this.#clock = clock;
    this.#agenda = agenda;
    this.#worlds = worlds;
  }

  /** Takes up what was pending when the process ended. */
  resume(): void {
    for (const [id, { state, due }] of this.#log.entries()) if (state === "pending") this.#plan(id, due);
  }

  /** Drops what was settled days ago. */
  forgetOld(): void {
    for (const [id, { state, due }] of [...this.#log.entries()]) if (state !== "pending" && due < this.#clock.now() - 48 * hours) this.#log.remove(id);
  }

  /**
   * Puts an event on its way, in the caller's transaction: to each registered webhook that is subscribed to it, or to `only`. As long as
   * an environment has none registered, to its target; without that it is subscribed to nothing.
   */
  send(environment: Environment, event_type: string, body: (event_id: string, webhook_id: string) => unknown, only?: Webhook): void {
    const event_id = randomUUID();
    const { webhooks } = this.#worlds[environment];
    const subscribed = [...webhooks.values()].filter(({ status, event_types }) => status === "ENABLED" && isSubscribed(event_types, event_type));
    for (const { webhook_id, signing_key_id } of only ? [only] : subscribed)
      this.#put({ environment, event_id, event_type, webhook_id, key_id: signing_key_id, body: JSON.stringify(body(event_id, webhook_id)) });
    if (webhooks.size === 0 && this.targets.has(environment))
      this.#put({ environment, event_id, event_type, body: JSON.stringify(body(event_id, unregistered[environment])) });
  }

  list(): readonly Delivery[] {
    return [...this.#log.values()];
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#agent.destroy();
  }

  #put(event: Pick<Delivery, "environment" | "event_id" | "event_type" | "webhook_id" | "key_id" | "body">): void {
    const id = event.webhook_id ? `${event.event_id} ${event.webhook_id}` : event.event_id;
    const due = this.#clock.now();
    this.#log.put(id, { ...event, state: "pending", attempts: [], due });
    this.#plan(id, due);
  }

  #plan(id: string, due: number): void {
    this.#agenda.at(`delivery ${id}`, due, () => void this.#attempt(id));
  }

  async #attempt(id: string): Promise<void> {
    const delivery = this.#log.get(id);
    if (!delivery) return;
    const target = this.#targetOf(delivery);
    if (!target) return this.#log.put(id, { ...delivery, state: "failed" });
    const outcome = await this.#post(target, delivery.body);
    // Stopped or reset meanwhile: then the try doesn't count.
    if (this.#stopping.signal.aborted || this.#log.get(id) !== delivery) return;
    const wait = waits[delivery.attempts.length];
    const state = accepted.has(outcome as number) ? "delivered" : wait === undefined ? "failed" : "pending";
    const due = this.#clock.now() + (wait ?? 0) * this.#clock.scale;
    this.#log.put(id, { ...delivery, state, due, attempts: [...delivery.attempts, { at: this.#clock.timestamp(), outcome }] });
    if (state === "pending") this.#plan(id, due);
  }

  /** A repeat is signed with the key of the first try as long as that exists: whoever rotates keys has to know both for a while. */
  #targetOf({ environment, webhook_id, key_id }: Delivery): Target | undefined {
    if (webhook_id === undefined) return this.targets.get(environment);
    const { webhooks, signingKeys } = this.#worlds[environment];
    const webhook = webhooks.get(webhook_id);
    if (webhook?.status !== "ENABLED") return undefined;
    const key = signingKeys.get(key_id ?? "") ?? signingKeys.get(webhook.signing_key_id);
    return key && { url: webhook.url, key_id: key.signing_key_id, secret: key.secret };
  }

  async #post(target: Target, body: string): Promise<number | "timeout" | "unreachable"> {
    const headers = { "content-type": "application/json", "klarna-signature": sign(target.secret, body), "klarna-signing-key-id": target.key_id };
    const expired = AbortSignal.timeout(Math.max(shortestTimeout, Math.ceil(timeout * this.#clock.scale)));
    try {
      const signal = AbortSignal.any([expired, this.#stopping.signal]);
      const answer = await request(target.url, { method: "POST", headers, body, signal, dispatcher: this.#agent });
      await answer.body.dump();
      return answer.statusCode;
    } catch {
      return expired.aborted ? "timeout" : "unreachable";
    }
  }
}

/** What stands in events that go to a target of the command line or the control door. */
const unregistered: Readonly<Record<Environment, string>> = {
  test: "krn:partner:global:notification:webhook:5b7d2c1e-90f4-4f0e-9a55-2f6c8e1d7a31",
  live: "krn:partner:global:notification:webhook:c3e8a604-1d2b-4c57-8a9e-71f05b6d2e94",
};
