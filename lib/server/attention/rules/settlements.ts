import "server-only";
import { moneyText } from "@/lib/money";

import { chainGap, isLate, standings, verdict } from "../../settlements/standing";
import type { AttentionRule } from "../rule";

/** A settlement that doesn't add up and that nobody has accepted, or whose report came and couldn't be trusted. Another report of it is another thing. */
export const settlementDiffers: AttentionRule = {
  name: "settlement-differs",
  dueIn: "2 days",
  permission: "settlements:read",
  findings: `
    SELECT s.environment, '' AS account_id, s.settlement_id || ' ' || coalesce(left(encode(l.sha256, 'hex'), 16), 'refused') AS subject, NULL::uuid AS person_id,
      coalesce(l.ready_at, s.known_since) AS since,
      jsonb_strip_nulls(jsonb_build_object('settlement', s.settlement_id, 'reference', 'Settlement ' || s.settlement_id, 'currency', s.currency,
        'gap', nullif(s.lines_gap, 0)::text, 'chain', (${chainGap})::text, 'refused', s.refusal->>'code')) AS facts
    FROM ${standings}
    WHERE $1::float8 > 0 AND s.wanted_at IS NULL AND ((s.proved IS NOT NULL AND ${verdict} = 'differs') OR s.refusal->>'code' IN ('NOT_A_REPORT', 'OTHER_CONTENT'))`,
  words: ({ gap, chain, refused, currency = "" }) => {
    if (refused === "OTHER_CONTENT")
      return { reason: "Klarna's report of it has changed since it was proved.", advice: "Ask Klarna why, then take the new one or leave it." };
    if (refused)
      return { reason: "Its report isn't one that can be trusted.", advice: "Open it to see where and why, and read it again once Klarna has set it right." };
    const off = gap ?? chain;
    const advice = "Open it to see which part, and which transactions may be behind it; then ask Klarna, or accept it with a reason.";
    if (gap === undefined && chain !== undefined)
      return { reason: `Its debt has changed by ${moneyText(BigInt(chain), currency)} since the settlement before.`, advice };
    return { reason: `It doesn't add up${off === undefined ? "" : `: ${moneyText(BigInt(off), currency)} is unexplained`}.`, advice };
  },
};

/** A settlement whose money should have been on its way by now: the desk asks Klarna again each day, and this ends when Klarna names a payout. */
export const settlementUnpaid: AttentionRule = {
  name: "settlement-unpaid",
  dueIn: "1 day",
  permission: "settlements:read",
  findings: `
    SELECT s.environment, '' AS account_id, s.settlement_id AS subject, NULL::uuid AS person_id, coalesce(s.created_at, s.period_to) + interval '5 days' AS since,
      jsonb_strip_nulls(jsonb_build_object('settlement', s.settlement_id, 'reference', 'Settlement ' || s.settlement_id, 'currency', s.currency,
        'amount', s.amount::text)) AS facts
    FROM settlements s WHERE ${isLate} AND $1::float8 > 0`,
  words: ({ amount = "0", currency = "" }) => ({
    reason: `${moneyText(BigInt(amount), currency)} should have been paid out: Klarna names no payout, five days after it was settled.`,
    advice: "Look for its id on the bank statement. If it isn't there, ask Klarna with the id.",
  }),
};
