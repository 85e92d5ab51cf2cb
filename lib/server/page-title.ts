import "server-only";
import type { Metadata } from "next";

import { readParams } from "../routes";

/** What a browser's tab says: which of its kind a page is about, by the id in its address. For ids and references alone: a tab's title is kept in histories, so it names nobody. */
export async function titleById<Name extends string>(params: Promise<Record<Name, string>>, name: Name, kind: string, section?: string): Promise<Metadata> {
  const id = (await readParams(params))?.[name] ?? "";
  // What stands before the last colon is alike in all of Klarna's ids.
  const called = `${kind} ${id.slice(id.lastIndexOf(":") + 1).slice(0, 100)}`.trim();
  return { title: section ? `${section} · ${called}` : called };
}
