import type { Environment } from "@/lib/klarna/environment";

import type { ReportState } from "./settlement";

/** What can be asked for besides environment, type and account. */
export const webhookVerdicts = ["waiting", "late", "duplicate", "refused"] as const;
export type WebhookVerdict = (typeof webhookVerdicts)[number];

/** Which deliveries are asked for; what is left out isn't asked about. */
export interface WebhookFilter {
  readonly environment?: Environment;
  readonly type?: string;
  readonly account?: string;
  readonly verdict?: WebhookVerdict;
}

/** Why a delivery was refused. */
export type RefusalReason = "UNKNOWN_KEY" | "BAD_SIGNATURE" | "OTHER_ENVIRONMENT" | "INVALID_JSON" | "TOO_LARGE";

interface Delivery {
  readonly id: string;
  readonly environment: Environment;
  /** ISO 8601 in UTC, as all times. */
  readonly received_at: string;
  readonly signing_key_id: string | null;
}

/** An event that was rightly signed and stored. */
export interface WebhookEvent extends Delivery {
  readonly kind: "event";
  readonly event_type: string;
  readonly account_id: string | null;
  readonly occurred_at: string | null;
  readonly late: boolean;
  /** Whether one about the same account that happened later had come before. */
  readonly overtaken: boolean;
  readonly duplicates: number;
  /** How often its account was read because of it without success so far, or until the one that succeeded. */
  readonly tries: number;
  readonly processed_at: string | null;
}

/** A delivery that was refused: nothing it said is believed. */
export interface WebhookRefusal extends Delivery {
  readonly kind: "refusal";
  readonly reason: RefusalReason;
  readonly length: number | null;
  readonly digest: string | null;
  /** How many more were refused since the one before, without a row of their own. */
  readonly more: number;
}

export type WebhookDelivery = WebhookEvent | WebhookRefusal;

/** One page of what came, newest first; `next` is the cursor of the page after it. */
export interface WebhookPage {
  readonly deliveries: readonly WebhookDelivery[];
  readonly next: string | null;
}

/** What an event changed, and what it holds. */
export interface WebhookDetail {
  readonly event: WebhookEvent;
  readonly merchant: string | null;
  /** The settlement whose report it announces, and how far that report is; `tries` are those that failed of late. */
  readonly settlement: { readonly settlement_id: string; readonly report: ReportState; readonly tries: number; readonly ready_at: string | null } | null;
  /** The event as JSON, without what is personal and without what the contract doesn't know; null when it can't be unsealed. */
  readonly shown: string | null;
  /** What the desk noticed of the account between the event's arrival and the end of the read it caused. */
  readonly changes: readonly { readonly field: string; readonly before: string | null; readonly after: string | null; readonly at: string }[];
  /** When the account is read again because of it, while it waits. */
  readonly next_try_at: string | null;
}

/** How an environment's webhooks stand. */
export interface WebhookWatch {
  readonly environment: Environment;
  readonly last_at: string | null;
  readonly quiet_hours: number;
  /** Changes that Klarna should have announced by now, all of them after the last webhook. */
  readonly unannounced: number;
  /** `unset`: no key is known, so none can come. `missing`: announcements are due and nothing came. `quiet`: nothing came for longer than is usual. */
  readonly state: "unset" | "well" | "missing" | "quiet";
}
