import "server-only";
import type { AttentionRuleName } from "@/lib/desk/attention";
import type { Permission } from "@/lib/klarna/permissions";

/** Names, codes and times of what was found, and nothing personal: they are kept. */
export type Facts = Readonly<Record<string, string>>;

/** Who has to do with it, by their names as of now. */
export interface Named {
  readonly named: string | null;
  readonly author: string | null;
}

/** One way in which a merchant can need attention, as a row of data. */
export interface AttentionRule {
  readonly name: AttentionRuleName;
  /**
   * SQL for all that is so now: `environment`, `account_id` ('' where none is known), `subject` (which of several, or which kind: another subject is another
   * thing), `person_id` (who is asked, or null), `since` (or null) and `facts`. `$1` is how fast the desk's waits are. It costs what is found, not what there is.
   */
  readonly findings: string;
  /** By when somebody should have looked at it, as an SQL interval. */
  readonly dueIn: string;
  /** What is the matter, and what to do about it. */
  readonly words: (facts: Facts, named: Named) => { readonly reason: string; readonly advice: string };
  /** What one must be allowed to see besides merchants. */
  readonly permission?: Permission;
}
