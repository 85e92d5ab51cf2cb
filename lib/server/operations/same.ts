import "server-only";

/** Whether two values of a field say the same: Klarna may write a moment, or the gaps of an IBAN, in its own way. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "string" || typeof other !== "string") return false;
  const moment = /^\d{4}-\d\d-\d\dT/;
  if (moment.test(one) && moment.test(other)) return Date.parse(one) === Date.parse(other);
  return one.replace(/\s/g, "") === other.replace(/\s/g, "");
}
