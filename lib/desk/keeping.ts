/** What isn't kept for ever. */
export type KeptThing = "webhooks" | "operations" | "drafts" | "edits" | "runs" | "imports" | "sessions" | "links" | "attention" | "paces" | "tries" | "logs";

/** How much of a thing there is, and for how long it is kept. Times are ISO 8601 in UTC. */
export interface KeptNow {
  readonly thing: KeptThing;
  readonly days: number;
  readonly count: number;
  readonly oldest: string | null;
  /** How many went when this was last done; null where nobody counts them. */
  readonly removed: number | null;
}

/** What the desk keeps and when it last let go. */
export interface Keeping {
  readonly kept: readonly KeptNow[];
  readonly last_run_at: string | null;
  readonly erased: number;
}
