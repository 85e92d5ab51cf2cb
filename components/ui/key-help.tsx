"use client";

import { Dialog } from "./dialog";

/** Keys that do something, and what. */
export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly { readonly press: readonly string[]; readonly does: string }[];
}

/** What the keys of a page do, shown by `?`, which is heard while nobody types. Keys that work everywhere are added here. */
export function KeyHelp({ groups, open, onOpen }: { readonly groups: readonly KeyGroup[]; readonly open: boolean; readonly onOpen: (open: boolean) => void }) {
  return (
    <Dialog open={open} onClose={() => onOpen(false)} title="Keys">
      <div className="grid gap-5">
        {[...groups, everywhere].map(({ title, keys }) => (
          <section key={title}>
            <h3 className="mb-1 font-medium text-muted text-xs">{title}</h3>
            <dl className="grid gap-1">
              {keys.map(({ press, does }) => (
                <div key={does} className="flex min-h-7 items-center justify-between gap-4">
                  <dt>{does}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {press.map((key) => (
                      <kbd key={key} className="min-w-6 rounded-sm border bg-sunken px-1.5 py-0.5 text-center font-mono text-xs">
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const everywhere: KeyGroup = {
  title: "Everywhere",
  keys: [
    { press: ["⌘ or Ctrl", "K"], does: "Search, or jump to a page" },
    { press: ["?"], does: "Show these keys" },
    { press: ["Esc"], does: "Close what floats" },
  ],
};
