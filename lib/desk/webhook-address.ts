import type { Environment } from "@/lib/klarna/environment";
import type { Problem } from "@/lib/klarna/problem";

/** A signing key that the desk accepts, or that Klarna has and the desk can't verify with (`klarna`). */
export interface WebhookKey {
  readonly key_id: string;
  readonly source: "settings" | "made" | "typed" | "klarna";
  /** Whether Klarna has it; null where Klarna couldn't be asked. */
  readonly at_klarna: boolean | null;
  /** Whether Klarna signs with it what it sends to this desk from now on. */
  readonly signs: boolean;
  readonly created_at: string | null;
  readonly by: string | null;
  readonly last_used_at: string | null;
  /** Since when another signs in its place. */
  readonly superseded_at: string | null;
  /** When it is retired by itself, if nothing uses it until then. */
  readonly retires_at: string | null;
}

/**
 * What is to be done next, read off how things are, so that whatever was cut off can be gone on with. `ask-again`: whether a key was
 * made isn't known; `register`: Klarna doesn't know the desk; `enable`: the webhook is off; `switch`: a new key is made and not in use yet;
 * `replace`: Klarna signs with a key that the desk can't verify; `complete`: the webhook lacks some events.
 */
export type NextStep = "ask-again" | "register" | "enable" | "switch" | "replace" | "complete";

/** How the desk is registered with one of Klarna's environments. */
export interface WebhookAddress {
  readonly environment: Environment;
  readonly url: string;
  /** Why Klarna wouldn't deliver to this address. */
  readonly fault: string | null;
  /** Names the next change: it stays through retries of the same. */
  readonly attempt: string;
  /** The webhook of this address as Klarna has it. */
  readonly webhook: {
    readonly webhook_id: string;
    readonly status: string;
    readonly signing_key_id: string | null;
    readonly event_types: readonly string[];
  } | null;
  /** How many webhooks Klarna has for other addresses. */
  readonly others: number;
  /** Why Klarna couldn't be asked; `by_hand` when it doesn't let this desk, so that a person has to enter things there. */
  readonly problem: Problem | null;
  readonly by_hand: boolean;
  readonly keys: readonly WebhookKey[];
  readonly next: NextStep | null;
}

/** What the desk knows of it by itself, before Klarna is asked. */
export type KnownAddress = Pick<WebhookAddress, "environment" | "url" | "fault" | "keys">;

/** A made-up event that Klarna was asked for; what arrives after `sent_at` is it. */
export interface TestEventSent {
  readonly event_type: string;
  readonly sent_at: string;
}
