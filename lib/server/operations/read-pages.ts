import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

import type { Priority } from "../klarna/lanes";
import { type ReadCall, read } from "./read";

/** More than any list of Klarna's that the desk reads whole; a list that doesn't end is cut off here. */
const mostPages = 500;

interface Paged {
  readonly pagination?: { readonly last_item?: string | null | undefined } | null | undefined;
}

/**
 * Reads all pages of a list, one after the other. What the largest page may be isn't published: where Klarna refuses the size that is asked for, its own counts.
 * Throws as a read does, and 502 where the pages don't end.
 */
export async function readPages<Page extends Paged>(call: ReadCall, size: number, priority: Priority): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let asked: Readonly<Record<string, unknown>> = { ...call.query, size };
  const cursors = new Set<string>();
  while (pages.length < mostPages) {
    const page = await readPage<Page>({ ...call, query: asked }, priority);
    if (page === "size refused") {
      const { size: _, ...rest } = asked;
      asked = rest;
      continue;
    }
    pages.push(page);
    const next = page.pagination?.last_item;
    if (!next) return pages;
    if (cursors.has(next)) break;
    cursors.add(next);
    asked = { ...asked, starting_after: next };
  }
  throw new ProblemError({ status: 502, code: "UNREADABLE_ANSWER", message: "Klarna's list doesn't come to an end, so it couldn't be read whole." });
}

async function readPage<Page>(call: ReadCall, priority: Priority): Promise<Page | "size refused"> {
  try {
    const { output } = await read(call, priority);
    return output as Page;
  } catch (error) {
    if (
      call.query?.size !== undefined &&
      error instanceof ProblemError &&
      error.problem.status === 400 &&
      error.problem.fields.some(({ path }) => path === "size")
    )
      return "size refused";
    throw error;
  }
}
