"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import type { MouseEvent } from "react";

import { remember } from "@/components/ui/remember";

import { sideBarCookie } from "./collapsed";

/** Folds the side bar to its icons and back. The frame's own attribute is the state: the server draws it and the style sheet reads it. */
export function CollapseToggle() {
  return (
    <button
      type="button"
      title="Fold or unfold the side bar"
      aria-label="Fold or unfold the side bar"
      onClick={toggle}
      className="flex h-8 items-center rounded px-[11px] text-muted hover:bg-hover hover:text-ink [&_svg]:size-4"
    >
      <PanelLeftClose aria-hidden className="group-data-[side=collapsed]/shell:hidden" />
      <PanelLeftOpen aria-hidden className="group-data-[side=open]/shell:hidden" />
    </button>
  );
}

function toggle(event: MouseEvent): void {
  const shell = event.currentTarget.closest<HTMLElement>("[data-side]");
  if (!shell) return;
  const side = shell.dataset.side === "collapsed" ? "open" : "collapsed";
  shell.dataset.side = side;
  remember(sideBarCookie, side);
}
