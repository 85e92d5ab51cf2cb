import clsx from "clsx";
import { ArrowRight, ClipboardPaste, CloudDownload, FlaskConical, HandCoins, ListPlus, LogOut, Plus, Store, SunMoon, Zap } from "lucide-react";
import type { ReactNode } from "react";

import type { Problem } from "@/lib/klarna/problem";

import type { OnClipboard } from "./clipboard";
import type { Entry, EntryGroup } from "./entry";

export interface PaletteListProps {
  readonly id: string;
  readonly groups: readonly EntryGroup[];
  readonly active: number;
  readonly searching: boolean;
  readonly problem: Problem | undefined;
  /** Why nothing came of an account id, or of asking for the clipboard. */
  readonly missed: OnClipboard["why"];
  readonly onTake: (entry: Entry) => void;
}

/** The id of the entry at an index, for `aria-activedescendant`. */
export function paletteOption(id: string, index: number): string {
  return `${id}-option-${index}`;
}

/** What the palette offers, in groups, and a line that says how much that is. The focus stays in its input. */
export function PaletteList({ id, groups, active, searching, problem, missed, onTake }: PaletteListProps) {
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const news = problem ? `It couldn't be searched: ${problem.message}` : missed && missedWords[missed];
  let index = 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps a press on the list or its scroll bar from taking the input's focus.
    <div onMouseDown={(event) => event.preventDefault()}>
      <div id={`${id}-list`} role="listbox" aria-label="What fits" className="max-h-[min(60dvh,26rem)] overflow-y-auto p-2 empty:hidden">
        {groups.map(({ label, entries }) => (
          // biome-ignore lint/a11y/useSemanticElements: inside a listbox a group is a role.
          <div key={label} role="group" aria-label={label} className="mb-1 last:mb-0">
            <p aria-hidden className="px-2 py-1 text-muted text-xs">
              {label}
            </p>
            {entries.map((entry) => {
              const own = index++;
              return <Option key={entry.key} id={paletteOption(id, own)} entry={entry} active={own === active} onTake={onTake} />;
            })}
          </div>
        ))}
      </div>
      <p role="status" className={clsx("px-4 py-2 text-muted text-xs", count > 0 && "border-t", count > 0 && !news && "max-md:hidden")}>
        {news ?? said(count, searching)}
      </p>
    </div>
  );
}

const missedWords = {
  "no-id": "There is no account id on the clipboard.",
  unconnected: "This account id is of an environment that the desk isn't connected to.",
  unreadable: "The clipboard can't be read here: paste the id into the search.",
};

function said(count: number, searching: boolean): string {
  if (count === 0) return searching ? "Searching…" : "Nothing fits. Try another word, or paste an account id.";
  return `${count} ${count === 1 ? "entry" : "entries"}. Arrows move, Enter takes, Escape closes.`;
}

interface OptionProps {
  readonly id: string;
  readonly entry: Entry;
  readonly active: boolean;
  readonly onTake: (entry: Entry) => void;
}

function Option({ id, entry, active, onTake }: OptionProps) {
  const { label, detail, icon, mono } = entry;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the input, which keeps the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: as above; `aria-activedescendant` points here.
    <div
      id={id}
      role="option"
      aria-selected={active}
      onClick={() => onTake(entry)}
      className={clsx("flex min-h-9 cursor-pointer items-center gap-3 rounded-[6px] px-2 py-1 hover:bg-hover max-md:min-h-11", active && "bg-hover")}
    >
      <span aria-hidden className="text-muted [&_svg]:size-4">
        {icons[icon]}
      </span>
      <span dir="auto" className={clsx("min-w-0 flex-1 truncate", mono && "mono")} title={label}>
        {label}
      </span>
      {detail && <span className="max-w-[40%] shrink-0 truncate text-muted text-xs">{detail}</span>}
    </div>
  );
}

const icons: Record<Entry["icon"], ReactNode> = {
  merchant: <Store />,
  money: <HandCoins />,
  read: <CloudDownload />,
  page: <ArrowRight />,
  act: <Zap />,
  onboard: <Plus />,
  import: <ListPlus />,
  environment: <FlaskConical />,
  theme: <SunMoon />,
  "sign-out": <LogOut />,
  clipboard: <ClipboardPaste />,
};
