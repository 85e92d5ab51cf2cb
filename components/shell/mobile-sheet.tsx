"use client";

import { Menu, X } from "lucide-react";
import { type MouseEvent, type ReactNode, useRef, useState } from "react";

import { Button } from "@/components/ui/button";

import { Brand } from "./brand";

/** The navigation's place under 768 px: a sheet from the left, opened and closed with a thumb. What it holds is made when it is first opened. */
export function MobileSheet({ children }: { readonly children: ReactNode }) {
  const sheet = useRef<HTMLDialogElement>(null);
  const [wanted, setWanted] = useState(false);
  const open = () => {
    setWanted(true);
    sheet.current?.showModal();
  };
  const close = () => sheet.current?.close();
  const closeOnWay = (event: MouseEvent) => {
    const target = event.target as Element;
    if (target === sheet.current || target.closest("a")) close();
  };
  return (
    <>
      {/* The button alone goes where there is room for the side bar: a sheet that is open and not drawn would hold the page behind it. */}
      <Button variant="ghost" size="icon" aria-label="Open the menu" aria-haspopup="dialog" onClick={open} className="md:hidden">
        <Menu aria-hidden />
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog by itself. */}
      <dialog
        ref={sheet}
        aria-label="Menu"
        onClick={closeOnWay}
        className="sheet m-0 h-dvh max-h-none w-72 max-w-[85vw] bg-canvas text-ink shadow-float backdrop:bg-veil"
      >
        <div className="flex h-full flex-col">
          <div className="flex h-14 shrink-0 items-center justify-between pr-2 pl-4">
            <Brand />
            <Button variant="ghost" size="icon" aria-label="Close the menu" onClick={close}>
              <X aria-hidden />
            </Button>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">{wanted && children}</div>
        </div>
      </dialog>
    </>
  );
}
