import type { ReactNode } from "react";

import { Brand } from "./brand";
import { CollapseToggle } from "./collapse-toggle";

/** The navigation's place from 768 px on: 240 px wide, or 56 with only the icons. */
export function SideBar({ children }: { readonly children: ReactNode }) {
  return (
    <aside
      aria-label="Side bar"
      className="fixed top-(--band-height) bottom-0 left-0 z-20 flex w-(--side) flex-col border-r bg-canvas max-md:hidden print:hidden"
    >
      <div className="flex h-(--bar) shrink-0 items-center px-4">
        <Brand />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overflow-x-hidden">{children}</div>
      <div className="shrink-0 p-2">
        <CollapseToggle />
      </div>
    </aside>
  );
}
