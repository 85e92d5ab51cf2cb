import "server-only";
import type { FeeReason } from "@/lib/desk/fee-audit";
import { feeOfCapture } from "@/lib/klarna/pricing/cost";
import type { Price } from "@/lib/klarna/pricing/price";

/** A line that charges a fee, or gives one back, with what the report says of its capture. Amounts are minor units, signed as in the report. */
export interface FeeRow {
  readonly line: number;
  readonly type: string;
  readonly detailedType: string;
  readonly account: number;
  readonly charged: bigint;
  /** Whether Klarna added an incentive to the buy rate. */
  readonly incentive: boolean;
  /** The amounts that its capture is listed with: none, one, or two that differ. */
  readonly captured: readonly bigint[];
  /** Whether the same fee of the same capture is charged before. */
  readonly again: boolean;
  readonly plan: string;
  readonly planWord: number;
  readonly program: string;
  readonly category: string;
  /** When the price was found, in milliseconds since 1970. */
  readonly at: number | undefined;
}

/** A price out of a plan's version; or why there is none to reckon with. */
export type Planned = { readonly price: Price; readonly version: number } | { readonly reason: FeeReason; readonly detail: string };

/** What was found of a fee. Where it could be priced, with what the plan says. */
export interface Finding {
  readonly reason: FeeReason;
  readonly detail: string;
  readonly priced?: { readonly expected: bigint; readonly captured: bigint; readonly price: Price; readonly version: number };
}

/** Why a fee can't be priced at all, whatever the plans say; undefined where they have to be asked. */
export function beyondPlans({ type, detailedType, captured, plan, at }: FeeRow): FeeReason | undefined {
  if (`${type} ${detailedType}`.includes("CORRECTION")) return "correction";
  if (type !== "FEE" || !(detailedType === fixedFee || detailedType === variableFee)) return "not-in-plans";
  if (captured.length === 0) return "no-capture";
  if (captured.length > 1) return "capture-unclear";
  if (plan === "") return "no-plan";
  return at === undefined ? "no-time" : undefined;
}

/** Holds a fee against the price of its plan, to the minor unit: one fee of a kind for a capture, rounded half away from zero. */
export function judge({ detailedType, charged, captured: [captured = 0n], incentive, again }: FeeRow, planned: Planned): Finding {
  if ("reason" in planned) return planned;
  const { price, version } = planned;
  const { variable, fixed } = feeOfCapture(captured, price);
  const expected = again ? 0n : -(detailedType === fixedFee ? fixed : variable);
  const priced = { expected, captured, price, version };
  if (charged === expected) return { reason: "as-planned", detail: "", priced };
  // Nobody outside of Klarna knows how an incentive on the buy rate counts: a fee with one is right where it is what the plan says, and else unknown.
  if (incentive) return { reason: "incentive", detail: "" };
  return { reason: again ? "charged-again" : "other-amount", detail: "", priced };
}

const fixedFee = "PAYMENT_FIXED_FEE";
const variableFee = "PAYMENT_VARIABLE_FEE";
