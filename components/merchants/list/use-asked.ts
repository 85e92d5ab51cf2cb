import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import { wayOf } from "@/components/operation/leaving";
import { type DirectoryQuery, fromSearch, isPrivate, longestText, toSearch } from "@/lib/desk/directory";
import { type ColumnKey, columnsIn, writeColumns } from "@/lib/desk/view";

/** What a list shows and how: its question and columns, and the saved view that it began with. */
export interface Shown {
  readonly asked: DirectoryQuery;
  readonly columns: readonly ColumnKey[];
  readonly view: string | undefined;
}

/** What is being typed is sought this long after the last key: fast enough to follow, slow enough not to ask for each letter. */
const pause = 160;

/**
 * What the list shows, kept in the page's address, so that it can be shared, reloaded and gone back to. The text is the field's own while it is typed; it
 * follows into the address when it rests, unless it may be somebody's own.
 */
export function useAsked() {
  const params = useSearchParams();
  const [text, setText] = useState(() => textIn(params));
  const [sought, setSought] = useState(() => searchable(text));
  const shown = useMemo(() => shownBy(new URLSearchParams(params), sought), [params, sought]);

  // The address has led elsewhere: back, forward, or a link to a view.
  const written = useRef(placeOf(params));
  useEffect(() => {
    if (placeOf(params) === written.current) return;
    written.current = placeOf(params);
    setText(textIn(params));
    setSought(searchable(textIn(params)));
  }, [params]);

  const show = (next: Partial<Shown>, how: "push" | "replace" = "push") => {
    const search = addressOf({ ...shown, ...next });
    written.current = placeOf(search);
    window.history[`${how}State`](null, "", `?${search}`);
  };
  const latest = useRef(show);
  latest.current = show;
  // Somebody has put an account number into the address by hand: it doesn't stay there.
  useEffect(() => {
    if (isPrivate(params.get("q") ?? "")) latest.current({}, "replace");
  }, [params]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Next.js gives up a page that is on its way for an address that is written meanwhile.
  const giveUp = useCallback(() => clearTimeout(timer.current), []);
  useEffect(() => {
    if (text.trim() === sought.trim() || text.length > longestText) return;
    timer.current = setTimeout(() => {
      setSought(text);
      latest.current({ asked: { ...fromSearch(new URLSearchParams(window.location.search)), text } }, "replace");
    }, pause);
    const leave = (event: MouseEvent) => wayOf(event) && giveUp();
    document.addEventListener("click", leave, { capture: true });
    return () => {
      giveUp();
      document.removeEventListener("click", leave, { capture: true });
    };
  }, [text, sought, giveUp]);

  return { ...shown, text, setText, waiting: text.trim() !== sought.trim(), tooLong: text.length > longestText, show, giveUp };
}

function textIn(params: { toString(): string }): string {
  return fromSearch(new URLSearchParams(params.toString())).text;
}

function searchable(text: string): string {
  return text.length > longestText ? "" : text;
}

/** What makes an address another list: its view and its text. */
function placeOf(params: { get(name: string): string | null }): string {
  return `${params.get("view") ?? ""} ${params.get("q") ?? ""}`;
}

function shownBy(search: URLSearchParams, text: string): Shown {
  return { asked: { ...fromSearch(search), text: text.trim() }, columns: columnsIn(search), view: search.get("view") ?? undefined };
}

/** What a list shows, as an address has it. All is said as such: a bare address is that of the view that one begins with. */
function addressOf({ asked, columns, view }: Shown): URLSearchParams {
  const search = toSearch(asked);
  writeColumns(columns, search);
  if (view && view !== "all") search.set("view", view);
  if (search.size === 0) search.set("view", "all");
  return search;
}
