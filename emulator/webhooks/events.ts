import type { Environment } from "@/lib/klarna/environment";

import { type Account, krn, type Product } from "../state/account";
import type { Clock } from "../state/clock";
import type { Settlement, Webhook } from "../state/world";
import type { Deliveries } from "./deliveries";

/** The partner's own account, which owns the webhooks and the settlements. */
const acquirer = (environment: Environment) => krn.account(environment, "PARTNER1");

/** Tells the partner what happened, as Klarna's webhooks do; each in the transaction of what it tells about. */
export class Events {
  readonly #deliveries: Deliveries;
  readonly #clock: Clock;

  constructor(deliveries: Deliveries, clock: Clock) {
    this.#deliveries = deliveries;
    this.#clock = clock;
  }

  operational(environment: Environment, account: Account): void {
    const { account_id, account_reference, account_name, state, state_reason } = account;
    const payload = { account_id, account_reference, account_name, state, state_reason };
    this.#tell(environment, "partner.account.state-change.operational", account_id, payload);
  }

  product(environment: Environment, account_id: string, product: Product): void {
    const change = product.state === "ENABLED" ? "enabled" : "disabled";
    this.#tell(environment, `partner.account.product.payment.state-change.${change}`, account_id, product, product.product_id);
  }

  settlement(environment: Environment, settlement: Settlement, origin: string): void {
    const address = `${origin}/v2/settlement/settlements/${settlement.details.settlement_id}`;
    const links = { json: { href: address }, csv: { href: `${address}/csv` } };
    this.#tell(environment, "settlement.report.created", acquirer(environment), { ...settlement.details, links });
  }

  /** A made-up event about the partner's own account, to one webhook. */
  simulated(environment: Environment, webhook: Webhook, event_type: string, event_version: string): void {
    const about = { subject_account_id: acquirer(environment), event_version };
    this.#deliveries.send(environment, event_type, this.#event(environment, event_type, about, { account_id: about.subject_account_id }), webhook);
  }

  #tell(environment: Environment, event_type: string, subject_account_id: string, payload: unknown, product_instance_id?: string): void {
    this.#deliveries.send(environment, event_type, this.#event(environment, event_type, { subject_account_id, product_instance_id }, payload));
  }

  #event(environment: Environment, event_type: string, { subject_account_id, product_instance_id, event_version = "v2" }: About, payload: unknown) {
    const occurred_at = this.#clock.timestamp();
    return (event_id: string, webhook_id: string) => ({
      metadata: {
        event_id,
        event_type,
        event_version,
        occurred_at,
        subject_account_id,
        recipient_account_id: acquirer(environment),
        product_instance_id,
        webhook_id,
        live: environment === "live",
      },
      payload,
    });
  }
}

interface About {
  readonly subject_account_id: string;
  readonly product_instance_id?: string | undefined;
  readonly event_version?: string;
}
