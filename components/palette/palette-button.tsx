"use client";

import { Search } from "lucide-react";
import { usePathname } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";

import type { PaletteOffer } from "@/lib/desk/palette";

import { noteVisit } from "./recent";
import { useEarlyKeys } from "./use-early-keys";

// Loaded when it is opened for the first time: no page waits for it.
const Palette = lazy(() => import("./palette").then((module) => ({ default: module.Palette })));

interface PaletteButtonProps {
  readonly offer: PaletteOffer;
  /** What is pressed for it on this keyboard, as it is written there. */
  readonly keys: string;
}

/** Opens the command palette, by a press or by ⌘K or Ctrl-K from anywhere; and remembers which merchants were looked at. */
export function PaletteButton({ offer, keys }: PaletteButtonProps) {
  const [open, setOpen] = useState(false);
  const path = usePathname();
  const early = useEarlyKeys(open, () => setOpen(false));

  useEffect(() => noteVisit(offer.person, path), [offer.person, path]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return;
      // A dialog asks something: it is answered first.
      if (!document.querySelector("dialog[open]:not([data-palette])")) setOpen((was) => !was);
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-label="Search and commands"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        onClick={() => setOpen(true)}
        className="inline-flex h-8 min-w-0 items-center gap-2 rounded border border-edge bg-raised px-2.5 text-muted hover:border-muted hover:text-ink max-md:size-11 max-md:justify-center max-md:border-transparent max-md:bg-transparent max-md:px-0"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span aria-hidden className="truncate max-md:hidden">
          Search or jump to
        </span>
        <kbd aria-hidden className="ml-4 font-sans text-xs max-lg:hidden">
          {keys}
        </kbd>
      </button>
      {open && (
        <Suspense fallback={null}>
          <Palette offer={offer} early={early} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
