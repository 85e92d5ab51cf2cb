/** From what one merchant's payouts follow: the same plan has the same payouts. */
export interface Plan {
  readonly region: string;
  readonly environment: string;
  readonly merchant_id: string;
  readonly seed: number;
  readonly settlement: "NET" | "GROSS";
  readonly currencies: readonly string[];
  /** When the first one was paid out, and how many hours lie between two. */
  readonly first: string;
  readonly every: number;
  readonly payouts: number;
  readonly lines: number;
  /** Lines that belong to no payout yet. */
  readonly pending: number;
  /** What Klarna changed afterwards, by reference: a credit that came late, or that it is there no more. */
  readonly changes: Readonly<Record<string, { readonly credit?: number | undefined; readonly gone?: true | undefined }>>;
}

/** When a payout was begun, in milliseconds since 1970. */
export function dateAt({ first, every }: Plan, index: number): number {
  return Date.parse(first) + index * every * 3_600_000;
}

/** What kind of settlement it is: where fees are invoiced apart, each fifth is the record of such an invoice. */
export function kindOf({ settlement }: Plan, index: number): "NET" | "GROSS" | "GROSS_FEE" {
  return settlement === "GROSS" && index % 5 === 4 ? "GROSS_FEE" : settlement;
}

/** As on a bank statement: letters and digits, none twice. */
export function referenceAt({ region, environment }: Plan, index: number): string {
  const place = `${{ eu: "X", na: "N", oc: "O" }[region] ?? "Z"}${environment === "live" ? "L" : "P"}`;
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  const spread = (index * 7_919) % 13_824;
  return `${place}${letters[spread % 24]}${letters[Math.floor(spread / 24) % 24]}${letters[Math.floor(spread / 576)]}${index.toString(36).toUpperCase().padStart(3, "0")}`;
}
