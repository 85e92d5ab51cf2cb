import "server-only";

/** One page of a list of Klarna's. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number | null | undefined;
  /** Where Klarna says that it goes on; nothing but the offset in it counts. */
  readonly next: string | null | undefined;
}

/** How a list ended: with all there was, by a link that led nowhere new, or with fewer than Klarna had counted, as far as it said how many. */
export type ListEnd = { readonly kind: "whole" } | { readonly kind: "loops" } | { readonly kind: "missing"; readonly read: number; readonly total: string };

const size = 500;

/**
 * Reads a list of Klarna's to its end, page by page, as long as it `holds`. Of a `next` link only the offset is taken, and it has to grow: so no
 * link can lead to another host, to another question, or round in a circle.
 */
export async function readList<Item>(
  ask: (page: { readonly size: number; readonly offset: number }) => Promise<Page<Item>>,
  take: (items: readonly Item[]) => Promise<void>,
  holds: () => boolean = () => true,
): Promise<ListEnd> {
  let read = 0;
  for (let offset = 0; holds(); ) {
    const { items, total, next } = await ask({ size, offset });
    read += items.length;
    if (items.length > 0) await take(items);
    if (!next) return endOf(read, items.length, total);
    const following = offsetIn(next) ?? offset + items.length;
    if (following <= offset || items.length === 0) return { kind: "loops" };
    offset = following;
  }
  return { kind: "whole" };
}

/** A full page says by itself that there may be more. */
function endOf(read: number, last: number, total: number | null | undefined): ListEnd {
  if (typeof total === "number") return read < total ? { kind: "missing", read, total: String(total) } : { kind: "whole" };
  return last < size ? { kind: "whole" } : { kind: "missing", read, total: `at least ${read}` };
}

function offsetIn(next: string): number | undefined {
  const mark = next.indexOf("?");
  const offset = mark < 0 ? null : new URLSearchParams(next.slice(mark + 1)).get("offset");
  return offset !== null && /^\d{1,12}$/.test(offset) ? Number(offset) : undefined;
}
