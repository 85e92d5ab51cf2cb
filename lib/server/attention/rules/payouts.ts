import "server-only";
import { alarms } from "@/lib/klarna/payouts-api/kinds";
import { moneyText } from "@/lib/money";

import { utc } from "../../db/utc";
import { unreadConnections } from "../../payouts/connections/unread";
import { differs } from "../../payouts/filter";
import { latePayouts } from "../../payouts/late";
import type { AttentionRule } from "../rule";

const permission = "settlements:read";

/** A payout that isn't what its totals come to, or a total that isn't what its lines come to. Another difference is another thing. */
export const payoutDiffers: AttentionRule = {
  name: "payout-differs",
  dueIn: "2 days",
  permission,
  findings: `
    SELECT p.environment, '' AS account_id, concat_ws(' ', p.payment_reference, p.proof->>'gap', p.proof->>'lines') AS subject, NULL::uuid AS person_id,
      p.lines_read_at AS since,
      jsonb_strip_nulls(jsonb_build_object('payout', p.payment_reference, 'reference', 'Payout ' || p.payment_reference, 'currency', p.currency,
        'gap', CASE WHEN p.proof->>'equation' = 'differs' THEN p.proof->>'gap' END)) AS facts
    FROM payouts p WHERE ${differs} AND p.gone_at IS NULL AND NOT p.lines_due AND $1::float8 > 0`,
  words: ({ gap, currency = "" }) =>
    gap === undefined
      ? { reason: "A total of it isn't what its lines come to.", advice: "Open it to see which, and read it anew from Klarna. If it stays so, ask Klarna." }
      : {
          reason: `It doesn't add up: ${moneyText(BigInt(gap), currency)} of what is paid out is unexplained.`,
          advice: "Open it to see its parts, then ask Klarna with the payment reference.",
        },
};

/** Money of the last 30 days that Klarna holds back until somebody has acted. */
export const payoutHeld: AttentionRule = {
  name: "payout-held",
  dueIn: "1 day",
  permission,
  findings: `
    SELECT p.environment, '' AS account_id, p.payment_reference || ' ' || s.detailed_type AS subject, NULL::uuid AS person_id, p.payout_date AS since,
      jsonb_build_object('payout', p.payment_reference, 'reference', 'Payout ' || p.payment_reference, 'kind', s.detailed_type) AS facts
    FROM payouts p JOIN payout_sums s ON s.payout_id = p.id
    WHERE p.environment IN ('test', 'live') AND p.listed_at > now() - interval '30 days' AND p.gone_at IS NULL AND $1::float8 > 0
      AND s.detailed_type IN (${[...alarms.keys()].map((kind) => `'${kind}'`).join(", ")})`,
  words: ({ kind = "" }) => ({
    reason: alarms.get(kind) ?? "Klarna holds money back.",
    advice: "Open it to see how much, and settle it with the merchant and Klarna.",
  }),
};

/** A merchant of the Settlements API whose payouts came regularly, and have stopped. */
export const payoutLate: AttentionRule = {
  name: "payout-late",
  dueIn: "1 day",
  permission,
  findings: `
    SELECT x.environment, '' AS account_id, concat_ws(' ', x.merchant_id, x.currency, ${utc("x.last")}) AS subject, NULL::uuid AS person_id,
      x.last + x.usual + interval '2 days' AS since,
      jsonb_strip_nulls(jsonb_build_object('merchant', x.merchant_id, 'reference', concat_ws(' in ', coalesce(x.merchant_id, 'Payouts'), x.currency), 'last', ${utc("x.last")},
        'days', ceil(extract(epoch FROM x.usual) / 86400)::int::text)) AS facts
    FROM (${latePayouts}) x WHERE $1::float8 > 0`,
  words: ({ last = "", days = "" }) => ({
    reason: `No payout has come since ${last.slice(0, 10)}; before that, they were at most ${days} ${days === "1" ? "day" : "days"} apart.`,
    advice: "See under In transit whether anything waits to be paid out. If so, ask Klarna: a wrong bank account or a review holds payouts back.",
  }),
};

/** A connection to the Settlements API whose payouts the desk doesn't get. What somebody has called it isn't kept here. */
export const payoutsUnread: AttentionRule = {
  name: "payouts-unread",
  dueIn: "1 day",
  permission,
  findings: `
    SELECT x.environment, '' AS account_id, x.id || ' ' || coalesce(x.refusal, 'old') AS subject, NULL::uuid AS person_id, x.since,
      jsonb_strip_nulls(jsonb_build_object('refusal', x.refusal, 'reference', coalesce(
        (SELECT 'Payouts of ' || p.merchant_id FROM payouts p WHERE p.connection_id = x.id AND p.merchant_id IS NOT NULL LIMIT 1), 'Payout connection'))) AS facts
    FROM (${unreadConnections}) x WHERE $1::float8 > 0`,
  words: ({ refusal }) =>
    refusal
      ? {
          reason: "Klarna doesn't take this connection's credential, so its payouts aren't read.",
          advice: "An admin can test it under Payout connections, which says what is wrong, and enter a new one.",
        }
      : {
          reason: "This connection's payouts haven't been read to the end for more than a day.",
          advice: "See under Readings how the last ones ended, and begin another.",
        },
};
