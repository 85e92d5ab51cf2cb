/** Who works on a merchant now. Advice to the others: it stops nobody. Times are ISO 8601 in UTC. */
export interface Claim {
  readonly person_id: string;
  readonly by: string;
  readonly since: string;
  readonly until: string;
}

/** How long a claim lasts when nobody looks at the merchant any more, in minutes. */
export const claimMinutes = 15;
