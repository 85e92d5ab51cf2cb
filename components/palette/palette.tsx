"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { mayLeaveTo } from "@/components/operation/leaving";
import { Spinner } from "@/components/ui/spinner";
import { setTheme } from "@/components/ui/use-theme";
import { accountIdIn } from "@/lib/desk/krn";
import type { PaletteOffer } from "@/lib/desk/palette";

import { clipboardLeave, type OnClipboard, readClipboard } from "./clipboard";
import { entryGroups, isUnconnected } from "./entries";
import type { Entry } from "./entry";
import { PaletteList, paletteOption } from "./palette-list";
import { isAt, pressWhenThere } from "./press";
import { useFound } from "./use-found";

export interface PaletteProps {
  readonly offer: PaletteOffer;
  /** What was typed before this could be drawn. */
  readonly early: () => string;
  readonly onClose: () => void;
}

/** Finds merchants, money by its ids, pages and what one may do, by typing. Arrows move, Enter takes, Escape leaves. */
export function Palette({ offer, early, onClose }: PaletteProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [active, setActive] = useState<string>();
  const [clipboard, setClipboard] = useClipboard();
  const path = usePathname();
  const found = useFound(offer, text);
  const groups = useMemo(() => entryGroups({ offer, path, text, found, clipboard }), [offer, path, text, found, clipboard]);
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.max(
    0,
    entries.findIndex(({ key }) => key === active),
  );
  const searching = found.text !== text && text.trim() !== "";
  const take = useTake(onClose, async () => {
    const read = await readClipboard();
    setClipboard({ ...read, ask: false, ...(read.id && isUnconnected(read.id, offer) && { why: "unconnected" }) });
  });
  const typed = accountIdIn(text);

  // Closed before it is taken away: so the focus goes back to where it came from.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  // Only now does the input take the keys itself.
  const fetchEarly = useRef(early);
  useLayoutEffect(() => setText(fetchEarly.current()), []);
  useEffect(() => {
    document.getElementById(paletteOption(id, at))?.scrollIntoView({ block: "nearest" });
  }, [id, at]);

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const end = { Home: 0, End: entries.length - 1 }[event.key];
    const entry = entries[at];
    if (step && entries.length > 0) setActive(entries[(at + step + entries.length) % entries.length]?.key);
    else if (end !== undefined && event.ctrlKey) setActive(entries[end]?.key);
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      // An answer to an earlier text isn't what was meant.
      if (entry && !(searching && entry.found)) take(entry);
    } else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={dialog}
      data-palette
      aria-label="Search and commands"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
      className="dialog mx-auto mt-[12dvh] mb-auto w-[calc(100vw-32px)] max-w-xl overflow-hidden rounded bg-raised text-ink shadow-float backdrop:bg-veil max-md:mt-4 max-md:w-[calc(100vw-16px)]"
    >
      <div className="flex items-center gap-3 border-b px-4">
        {searching ? <Spinner className="shrink-0 text-muted" /> : <Search aria-hidden className="size-4 shrink-0 text-muted" />}
        <input
          role="combobox"
          aria-label="Search merchants, pages and commands"
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? paletteOption(id, at) : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={10_000}
          placeholder={offer.may.includes("settlements:read") ? "A merchant, an id, a page, something to do" : "A merchant, a page, something to do"}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(undefined);
          }}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-muted"
        />
      </div>
      <PaletteList
        id={id}
        groups={groups}
        active={at}
        searching={searching}
        problem={found.problem}
        missed={text.trim() === "" ? clipboard.why : typed && isUnconnected(typed, offer) ? "unconnected" : undefined}
        onTake={take}
      />
    </dialog>
  );
}

/** The clipboard's id where the browser gives it without asking; else whether it can be asked for. */
function useClipboard() {
  const state = useState<OnClipboard & { readonly ask: boolean }>({ ask: false });
  const [, set] = state;
  useEffect(() => {
    let left = false;
    void clipboardLeave().then(async (leave) => {
      // Whoever hasn't asked isn't told that there is none.
      const { id } = leave === "granted" ? await readClipboard() : {};
      if (!left) set({ id, ask: leave === "ask" });
    });
    return () => {
      left = true;
    };
  }, []);
  return state;
}

function useTake(onClose: () => void, askClipboard: () => Promise<void>): (entry: Entry) => void {
  const router = useRouter();
  return ({ pick }) => {
    if ("askClipboard" in pick) return void askClipboard();
    onClose();
    if ("go" in pick) {
      const { go, press } = pick;
      const act = () => press && pressWhenThere(press, go);
      // What is done on this very page is done as the page stands: narrowed, say.
      if (!press || !isAt(go)) {
        if (!mayLeaveTo(go, act)) return;
        router.push(go);
      }
      act();
    } else if ("press" in pick) pressWhenThere(pick.press, window.location.pathname);
    else if ("theme" in pick) setTheme(pick.theme);
    else document.querySelector<HTMLFormElement>('form[action="/api/desk/sign-out"]')?.requestSubmit();
  };
}
