import type { ReactNode } from "react";

import { ThemeToggle } from "@/components/ui/theme-toggle";

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly role: string;
}

export interface PersonMenuProps {
  readonly person: Person;
  readonly signOut: ReactNode;
}

/** Who is signed in and as what; the theme, and the way out. The browser opens and closes it: no script. */
export function PersonMenu({ person, signOut }: PersonMenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget="person-menu"
        aria-label={`${person.name}, ${person.role}`}
        className="flex h-8 min-w-0 items-center gap-2 rounded px-1.5 hover:bg-hover max-md:h-11"
      >
        <span aria-hidden className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft font-medium text-accent-ink text-xs">
          {initials(person.name)}
        </span>
        <span className="max-w-36 truncate max-lg:hidden">{person.name}</span>
      </button>
      <div
        id="person-menu"
        popover="auto"
        className="fixed inset-auto top-[calc(var(--top)+4px)] right-4 m-0 w-72 rounded bg-raised text-ink shadow-float max-md:right-2"
      >
        <div className="border-b px-4 py-3">
          <p className="wrap-anywhere font-medium">{person.name}</p>
          <p className="wrap-anywhere text-muted">{person.email}</p>
          <p className="mt-1 text-muted text-xs">
            Role: <span className="text-ink">{person.role}</span>
          </p>
        </div>
        <div className="flex items-center justify-between gap-3 border-b px-4 py-3">
          <span>Theme</span>
          <ThemeToggle />
        </div>
        <div className="p-2">{signOut}</div>
      </div>
    </>
  );
}

/** `Åsa von Öhman` → `ÅÖ`. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [words.at(0), words.length > 1 ? words.at(-1) : undefined];
  return first
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase("en");
}
