import { createHash } from "node:crypto";

import { invalid } from "./refusal";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const defaultSize = 20;

/** The paging parameters that some reads take. */
export interface Paging {
  readonly size?: number | undefined;
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
}

/** A list of which a part can be asked for. */
interface Part<Item> {
  readonly length: number;
  slice(from: number, to: number): readonly Item[];
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly pagination: {
    readonly count: number;
    readonly total: number;
    readonly first_item: string | null;
    readonly last_item: string | null;
    readonly links: Readonly<Record<"next" | "prev", { href: string; method: "GET"; rel: string } | undefined>>;
  };
}

/** One page of a list whose order doesn't change. `address` is the list's absolute URL with its other parameters; its path makes cursors its own. */
export function paginate<Item>(all: Part<Item>, paging: Paging, address: string): Page<Item> {
  const size = paging.size ?? defaultSize;
  const list = address.split("?", 1)[0] ?? address;
  const from = firstIndex(list, all.length, size, paging);
  const end = paging.ending_before === undefined ? from + size : indexOf(list, all.length, "ending_before", paging.ending_before);
  const items = all.slice(from, end);
  const first_item = from > 0 && items.length > 0 ? cursor(list, from) : null;
  const last_item = from + items.length < all.length ? cursor(list, from + items.length - 1) : null;
  const next = last_item === null ? undefined : link(address, size, "starting_after", last_item, "next");
  const prev = first_item === null ? undefined : link(address, size, "ending_before", first_item, "prev");
  return { items, pagination: { count: items.length, total: all.length, first_item, last_item, links: { next, prev } } };
}

function firstIndex(list: string, length: number, size: number, paging: Paging): number {
  if (paging.starting_after !== undefined) return indexOf(list, length, "starting_after", paging.starting_after) + 1;
  if (paging.ending_before !== undefined) return Math.max(0, indexOf(list, length, "ending_before", paging.ending_before) - size);
  return 0;
}

/** 13 base-62 characters as Klarna's: five for the index, the rest prove that it was issued for this list. */
function cursor(list: string, index: number): string {
  let head = "";
  for (let rest = index, place = 0; place < 5; place += 1, rest = Math.floor(rest / 62)) head = `${digits[rest % 62]}${head}`;
  const proof = createHash("sha256").update(`${list} ${head}`).digest();
  return head + Array.from(proof.subarray(0, 8), (byte) => digits[byte % 62]).join("");
}

function indexOf(list: string, length: number, parameter: "starting_after" | "ending_before", value: string): number {
  const index = [...value.slice(0, 5)].reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0);
  if (index >= length || cursor(list, index) !== value) throw invalid([{ parameter, reason: "Unknown cursor." }]);
  return index;
}

function link(address: string, size: number, parameter: string, value: string, rel: string): { href: string; method: "GET"; rel: string } {
  const url = new URL(address);
  for (const name of ["starting_after", "ending_before"]) url.searchParams.delete(name);
  url.searchParams.set("size", String(size));
  url.searchParams.set(parameter, value);
  return { href: url.href, method: "GET", rel };
}
