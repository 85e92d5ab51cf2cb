"use client";

import { useEffect, useMemo, useState } from "react";

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** Small words beside the label that are searched as well: a code, a place. */
  readonly detail?: string;
}

/** Where options come from: a list at hand, or a search. The search is dropped when its question is. */
export type ComboboxSource = readonly ComboboxOption[] | ((query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>);

export interface ComboboxAnswer {
  readonly options: readonly ComboboxOption[];
  readonly state: "ready" | "searching" | "failed";
}

/** The options that answer a query, while `open`. A search waits until one pauses typing. */
export function useComboboxOptions(source: ComboboxSource, query: string, open: boolean): ComboboxAnswer {
  const [found, setFound] = useState<ComboboxAnswer>({ options: [], state: "ready" });
  const search = typeof source === "function" ? source : undefined;

  useEffect(() => {
    if (!search || !open) return;
    const abort = new AbortController();
    const settle = (answer: ComboboxAnswer) => abort.signal.aborted || setFound(answer);
    setFound(({ options }) => ({ options, state: "searching" }));
    const pause = setTimeout(() => {
      search(query, abort.signal).then(
        (options) => settle({ options, state: "ready" }),
        () => settle({ options: [], state: "failed" }),
      );
    }, 160);
    return () => {
      clearTimeout(pause);
      abort.abort();
    };
  }, [search, query, open]);

  const list = typeof source === "function" ? undefined : source;
  // Never behind what is typed: Enter takes the first of them.
  const matching = useMemo(() => (open && list ? matches(list, query) : []), [list, query, open]);
  return list ? { options: matching, state: "ready" } : found;
}

/** The options that hold every word of the query, whatever its case and accents; those that begin with it first. */
export function matches(options: readonly ComboboxOption[], query: string): readonly ComboboxOption[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const start = words.join(" ");
  const hits = options.filter((option) => words.every((word) => plain(`${option.label} ${option.detail ?? ""} ${option.value}`).includes(word)));
  const begins = (option: ComboboxOption) => plain(option.label).startsWith(start) || plain(option.detail ?? option.value).startsWith(start);
  return [...hits.filter(begins), ...hits.filter((option) => !begins(option))];
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
