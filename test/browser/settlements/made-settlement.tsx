import type { ReactNode } from "react";

import { SettlementContext } from "@/components/settlements/settlement-context";
import type { SettlementDetail, SettlementLine, SettlementMerchant } from "@/lib/desk/settlement";

/** A settlement whose report of this SHA-256 is loaded; of none where it is undefined. */
export function madeSettlement(sha256: string | undefined, given: Partial<SettlementDetail> = {}): SettlementDetail {
  return {
    ...{ environment: "test", settlement_id: "S-1", source: "announced", known_since: "2026-10-13T22:00:00Z", currency: "EUR", amount: "5620" },
    ...{ period_from: "2026-10-05T22:00:00Z", period_to: "2026-10-12T22:00:00Z", payout_id: null, paid_out_at: null, verdict: "adds-up", report: "ready" },
    ...{
      chain: "unknown",
      lines_gap: "0",
      parts_gap: "0",
      chain_gap: null,
      rows: 2,
      created_at: null,
      entity_id: null,
      bank_account_reference: null,
      announced_at: null,
    },
    ...{ seen_at: null, totals: {}, parts: [], parts_sum: "5620", lines_sum: "5620", opening_debt: "0", closing_debt: "0", previous: null, next_id: null },
    ...{ types: [], days: [], refusal: null, acceptances: [] },
    loaded: sha256 === undefined ? null : { at: "2026-10-14T06:00:00Z", sha256, bytes: "900", by: null },
    ...given,
  };
}

/** A section of its page, as its frame stands around it. */
export function within(settlement: SettlementDetail, section: ReactNode) {
  return <SettlementContext value={{ settlement, mayAccept: true, mayExport: true }}>{section}</SettlementContext>;
}

/** A capture of a report, of a merchant by this name. */
export function madeLine(line: number, merchant: string, given: Partial<SettlementLine> = {}): SettlementLine {
  return {
    ...{ settlement_id: "S-1", line, type: "SALE", detailed_type: "CAPTURE", created_at: "2026-10-07T12:55:25Z", amount: "4000", currency: "EUR", tax: null },
    ...{ tax_rate: null, account_id: `krn:partner:global:account:test:${merchant}`, merchant, payment_id: `krn:payment:eu1:transaction:${line}` },
    ...{
      reference: `order-${line}`,
      capture_id: null,
      capture_reference: null,
      refund_id: null,
      refund_reference: null,
      dispute_id: null,
      chargeback_id: null,
      rest: null,
    },
    ...given,
  };
}

/** What a merchant by this name has of it. */
export function madeMerchant(name: string, net: string): SettlementMerchant {
  return {
    account_id: `krn:partner:global:account:test:${name}`,
    name,
    rows: 1,
    amount: net,
    tax: "0",
    captures: net,
    refunds: "0",
    fees: "0",
    others: "0",
    net,
  };
}
