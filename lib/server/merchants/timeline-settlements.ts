import "server-only";
import type { SettlementEntry } from "@/lib/desk/timeline";

import { utc } from "../db/utc";
import { countOf, netOf } from "../settlements/settled";
import { type Asked, latestOf, type Source } from "./timeline-rows";

/** What Klarna settled for the account, of the reports that are loaded. */
export function settlements(asked: Asked, limit: number): Promise<readonly SettlementEntry[]> {
  return latestOf(source, asked, limit);
}

const sums = "settlement_sums u WHERE u.load_id = s.load_id AND u.day IS NULL AND u.account_word = s.account_word";

const source: Source = {
  ...{ table: "(SELECT s.*, w.word AS account_id, w.id AS account_word FROM settlements s JOIN settlement_words w ON w.load_id = s.load_id)", as: "s" },
  // A settlement's id is a text of Klarna's: put in order as it is compared, whatever the database's language.
  ...{ kinds: ["settlement"], at: "s.sorted_at", kind: "'settlement'", id: 's.settlement_id COLLATE "C"' },
  // A word may stand elsewhere in the report than where accounts do.
  which: () => `EXISTS (SELECT FROM ${sums})`,
  tells: () => `s.environment, s.account_id, s.settlement_id, ${utc("s.period_from")} AS period_from, ${utc("s.period_to")} AS period_to, s.currency, c.*`,
  joins: () =>
    `CROSS JOIN LATERAL (SELECT ${countOf("capture")} AS captures, ${countOf("refund")} AS refunds, ${countOf("chargeback")} AS chargebacks, ${netOf} AS net FROM ${sums}) c`,
};
