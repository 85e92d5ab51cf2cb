import clsx from "clsx";

import type { DirectoryQuery } from "@/lib/desk/directory";
import type { MerchantCounts } from "@/lib/desk/merchant";

import { standingLabel } from "./words";

export interface StateTabsProps {
  readonly counts: MerchantCounts | undefined;
  readonly asked: DirectoryQuery;
  readonly onAsk: (asked: DirectoryQuery) => void;
}

const always = ["OPERATIONAL", "PARTIALLY_OPERATIONAL", "DISABLED"];

/** The list by state, with how many each has, where that is known. What no merchant is has no tab, but for Klarna's own three. */
export function StateTabs({ counts, asked, onAsk }: StateTabsProps) {
  const states = [...new Set([...always, ...Object.keys(counts?.states ?? {}).sort(), ...(asked.filters.state ?? [])])];
  const all = counts && Object.values(counts.states).reduce((sum, count) => sum + count, 0);
  const { state: _, ...others } = asked.filters;
  const chosen = asked.filters.state ?? [];
  return (
    <fieldset className="flex min-w-0 gap-1 overflow-x-auto py-1">
      <legend className="sr-only">State</legend>
      <Tab label="All" count={all} pressed={chosen.length === 0} onPress={() => onAsk({ ...asked, filters: others })} />
      {states.map((state) => (
        <Tab
          key={state}
          label={standingLabel(state)}
          count={counts && (counts.states[state] ?? 0)}
          pressed={chosen.includes(state)}
          onPress={() => onAsk({ ...asked, filters: { ...others, state: [state] } })}
        />
      ))}
    </fieldset>
  );
}

interface TabProps {
  readonly label: string;
  readonly count: number | undefined;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Tab({ label, count, pressed, onPress }: TabProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={clsx(
        "flex h-7 shrink-0 items-center gap-1.5 rounded px-2.5 font-medium max-md:h-11",
        pressed ? "bg-hover text-ink" : "text-muted hover:bg-hover hover:text-ink",
      )}
    >
      {label}
      {count !== undefined && <span className="font-normal text-muted text-xs tabular-nums">{count.toLocaleString("en")}</span>}
    </button>
  );
}
