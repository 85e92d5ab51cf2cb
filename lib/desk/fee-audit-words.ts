import type { FeeReason } from "./fee-audit";

/** What was found of fees, in plain words. */
export const feeReasonWords: Readonly<Record<FeeReason, string>> = {
  "as-planned": "Charged as the plan says",
  "other-amount": "Another amount than the plan says",
  "charged-again": "The same fee of the same capture is charged again",
  "not-in-plans": "Price plans don't say what this kind of fee costs",
  correction: "A correction: no plan says what is put right",
  "no-capture": "Its capture isn't in a report that is loaded",
  "capture-unclear": "Its capture is listed with different amounts",
  "no-plan": "The report names no price plan for it",
  "no-time": "The report doesn't say when it was priced",
  "plan-unknown": "Klarna doesn't list its price plan",
  "plan-unreadable": "Its price plan couldn't be read",
  "no-version": "No version of its price plan was in force then",
  "no-rate": "Its price plan has no rate for it",
  "rate-unclear": "What its price plan says isn't clear",
  incentive: "An incentive is on it, and nobody here knows how that counts",
  "too-many": "The report names more plans and rates than the desk looks at",
};
