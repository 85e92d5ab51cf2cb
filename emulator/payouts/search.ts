import type { PayoutCall } from "./call";
import { refusal } from "./refusals";

/** A moment that was asked for; a bare day is its first second. Throws 400 for what is none. */
export function momentIn(value: string | null, name: string): number | undefined {
  if (value === null || value === "") return undefined;
  const fits = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/.test(value);
  const moment = fits ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment)) throw refusal(400, "BAD_VALUE", `Bad value for ${name}: ${value}`);
  return moment;
}

/** Which page was asked for. Throws 400 where it can't be. */
export function pageIn(search: URLSearchParams): { readonly size: number; readonly offset: number } {
  const [size, offset] = [numberIn(search, "size", 20), numberIn(search, "offset", 0)];
  if (size < 1 || size > 500) throw refusal(400, "BAD_VALUE", "size must be between 1 and 500");
  return { size, offset };
}

/** Where a page stands, with absolute links; Klarna writes null where there is none. */
export function pagination({ origin }: PayoutCall, list: string, search: URLSearchParams, total: number) {
  const { size, offset } = pageIn(search);
  const at = (from: number) => {
    const other = new URLSearchParams(search);
    other.set("size", String(size));
    other.set("offset", String(from));
    return `${origin}/settlements/v1/${list}?${other}`;
  };
  const count = Math.max(0, Math.min(size, total - offset));
  return { count, total, offset, next: offset + count < total ? at(offset + size) : null, prev: offset > 0 ? at(Math.max(0, offset - size)) : null };
}

function numberIn(search: URLSearchParams, name: string, usual: number): number {
  const value = search.get(name);
  if (value === null) return usual;
  if (!/^\d{1,9}$/.test(value)) throw refusal(400, "BAD_VALUE", `Bad value for ${name}: ${value}`);
  return Number(value);
}
