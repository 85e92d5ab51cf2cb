/** What can be wrong with a report: first with what it adds up to, then with what was charged although it adds up, then with what it is. */
export const reportFaults = [
  "a capture is listed twice",
  "a refund isn't listed",
  "the VAT is off by five",
  "the amount isn't the sum of its parts",
  "the opening debt isn't the last closing debt",
  "some variable fees are above the plan",
  "a fixed fee is charged twice",
  "it is cut off",
  "it is a web page",
  "it is compressed",
  "the sections are swapped",
  "a column is missing",
  "a row has one cell more",
  "a quote isn't closed",
  "an amount is too large",
  "a row is in another currency",
  "a row is of another settlement",
] as const;
export type ReportFaultName = (typeof reportFaults)[number];

/** A report to be made: of the same order it is the same to the byte. */
export interface ReportOrder {
  readonly settlement_id: string;
  readonly rows: number;
  readonly seed: number;
  readonly currency: string;
  readonly entity: string;
  readonly accounts: readonly string[];
  /** When its week ends, in milliseconds since 1970. */
  readonly to: number;
  /** What is owed from before, as a negative amount. */
  readonly opening_debt: number;
  /** Whether fees are those of the price plans; else they are 1.2 % and 1.00 for whatever it is, under a plan that there is none of. */
  readonly priced?: boolean;
  readonly fault?: ReportFaultName | undefined;
}

const week = 7 * 24 * 3600 * 1000;

/** When its week begins. */
export function fromOf({ to }: ReportOrder): number {
  return to - week;
}
