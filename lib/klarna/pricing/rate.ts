import { type ReadPrice, readPrice, sayingNothing } from "./price";

/** What a rate can be asked by. */
export const rateDimensions = ["merchant_category_code", "country", "currency", "payment_program_id"] as const;
export type RateDimension = (typeof rateDimensions)[number];

/** For what a price is sought, or for what a rate is: a dimension that isn't given is open. */
export type RateFor = Readonly<Partial<Record<RateDimension, string | undefined>>>;

/** Klarna's two sides of a rate: what it takes from the partner, and what the partner takes from the merchant. */
export const sides = ["buy", "sell"] as const;
export type Side = (typeof sides)[number];

/** A rate of a price plan as the desk understands it. */
export interface Rate {
  /** For what it holds. */
  readonly holds: RateFor;
  readonly buy: ReadPrice;
  /** Undefined where Klarna states one price only: it is the buy rate. */
  readonly sell: ReadPrice | undefined;
  /** All of it, as it came. */
  readonly sent: unknown;
}

/** Reads a rate as it came: never fails, and says of each side what it is or why it can't be told. */
export function readRate(sent: unknown): Rate {
  const fields = typeof sent === "object" && sent !== null && !Array.isArray(sent) ? (sent as Readonly<Record<string, unknown>>) : {};
  const holds = Object.fromEntries(rateDimensions.flatMap((name) => (isStated(fields[name]) ? [[name, String(fields[name])]] : []))) as RateFor;
  const inSides = isStated(fields.buy_rate) || isStated(fields.sell_rate);
  const one = (side: unknown) => readPrice(side, holds.currency);
  if (!inSides) return { holds, buy: fields === sent ? readPrice(sent, holds.currency, rateDimensions) : one(sent), sell: undefined, sent };
  const unknown = Object.keys(fields).filter((name) => isStated(fields[name]) && !known.includes(name));
  if (unknown.length > 0) {
    const why = { why: `the rate also says ${unknown.slice(0, 5).join(", ")}, and the desk can't tell what that does to the fee` };
    return { holds, buy: why, sell: why, sent };
  }
  const none = { why: "Klarna states no such rate" };
  return { holds, buy: isStated(fields.buy_rate) ? one(fields.buy_rate) : none, sell: isStated(fields.sell_rate) ? one(fields.sell_rate) : none, sent };
}

/** An identifier's last part: Klarna names the same program `krn:payment:…:program:X` in plans and `krn:partner:…:pricing:…:program:X` in prices. */
export function lastPart(identifier: string): string {
  return identifier.slice(identifier.lastIndexOf(":") + 1);
}

const known: readonly string[] = [...rateDimensions, "buy_rate", "sell_rate", ...sayingNothing];

function isStated(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
