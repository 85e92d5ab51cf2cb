import type { ReactNode } from "react";

import { EnvironmentBand } from "./environment-band";
import { EnvironmentSwitch, type EnvironmentSwitchProps } from "./environment-switch";
import { MobileSheet } from "./mobile-sheet";
import { Navigation, type NavigationItem } from "./navigation";
import { type Person, PersonMenu } from "./person-menu";
import { SideBar } from "./side-bar";

export interface ShellProps extends EnvironmentSwitchProps {
  readonly person: Person;
  /** Only what is built and what this person may open. */
  readonly items: readonly NavigationItem[];
  /** A form with its button; it ends the session. */
  readonly signOut: ReactNode;
  /** What opens the command palette. */
  readonly search?: ReactNode;
  /** How the person left the side bar: `isCollapsed(cookie)`. */
  readonly collapsed?: boolean;
  readonly children: ReactNode;
}

/** The signed-in frame: side bar, top bar, environment and person, around one page. Drawn on the server; it works before any script has run. */
export function Shell({ environment, environments, person, items, signOut, search, collapsed = false, children }: ShellProps) {
  return (
    <div data-side={collapsed ? "collapsed" : "open"} data-environment={environment} className="group/shell min-h-dvh pt-(--top) md:pl-(--side) print:p-0!">
      <a
        href="#content"
        className="sr-only z-50 rounded bg-raised font-medium shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-2"
      >
        Skip to content
      </a>
      {environment === "test" && <EnvironmentBand />}
      {environment === "test" && <p className="mb-3 hidden border-y py-1 font-semibold print:block">TEST: nothing here reaches real merchants.</p>}
      <SideBar>
        <Navigation items={items} />
      </SideBar>
      <header className="fixed top-(--band-height) right-0 left-(--side) z-20 flex h-(--bar) items-center gap-2 border-b bg-surface px-6 max-md:px-2 print:hidden">
        <MobileSheet>
          <Navigation items={items} />
        </MobileSheet>
        <div className="ml-auto flex min-w-0 items-center gap-3 max-md:gap-1">
          {search}
          <EnvironmentSwitch environment={environment} environments={environments} />
          <PersonMenu person={person} signOut={signOut} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="w-full max-w-[1440px] px-6 py-6 outline-none max-md:px-4 max-md:pt-3 max-md:pb-16 print:p-0!">
        {children}
      </main>
    </div>
  );
}
