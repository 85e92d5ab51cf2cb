import { X } from "lucide-react";
import { useRef } from "react";

import { Button } from "@/components/ui/button";
import { useFocusAfter } from "@/components/ui/use-focus-after";
import { type DirectoryQuery, type FilterKey, filterKeys, timeKeys } from "@/lib/desk/directory";
import { isolated } from "@/lib/desk/isolated";

import { daysLabel, filterNames, timeNames, valueLabel } from "./words";

export interface FilterChipsProps {
  readonly asked: DirectoryQuery;
  readonly onAsk: (asked: DirectoryQuery) => void;
  /** What tags and categories are called, by id and code. */
  readonly names: Readonly<Record<string, string>>;
}

/** What the list is narrowed to, besides the state that its tab says; each can be taken away. */
export function FilterChips({ asked, onAsk, names }: FilterChipsProps) {
  const chips = [
    ...filterKeys.flatMap((key) =>
      key === "state" && asked.filters.state?.length === 1
        ? []
        : (asked.filters[key] ?? []).map((value) => ({
            label: `${filterNames[key]}: ${isolated(valueLabel(key, value, names))}`,
            without: without(asked, key, value),
          })),
    ),
    ...timeKeys.flatMap((key) => {
      const { [key]: count, ...days } = asked.days;
      return count === undefined ? [] : [{ label: `${timeNames[key]} ${daysLabel(key, count)}`, without: { ...asked, days } }];
    }),
  ];
  const area = useRef<HTMLUListElement>(null);
  const keepPlace = useFocusAfter(area, chips.map(({ label }) => label).join(), rows);
  const ask = (next: DirectoryQuery) => {
    onAsk(next);
    keepPlace();
  };
  if (chips.length === 0) return null;
  return (
    <ul ref={area} aria-label="Filters" className="flex flex-wrap items-center gap-1.5 py-1">
      {chips.map((chip) => (
        <li key={chip.label} className="min-w-0">
          <button
            type="button"
            onClick={() => ask(chip.without)}
            aria-label={`Remove ${chip.label}`}
            className="flex h-7 max-w-full items-center gap-1 rounded border bg-raised px-2 text-xs hover:bg-hover max-md:h-11"
          >
            <span className="truncate">{chip.label}</span>
            <X aria-hidden className="size-3.5 shrink-0 text-muted" />
          </button>
        </li>
      ))}
      <li>
        <Button variant="ghost" size="sm" onClick={() => ask({ ...asked, filters: {}, days: {} })}>
          Clear all
        </Button>
      </li>
    </ul>
  );
}

const rows = { row: "li", target: "button" };

function without(asked: DirectoryQuery, key: FilterKey, value: string): DirectoryQuery {
  const { [key]: values = [], ...others } = asked.filters;
  const left = values.filter((one) => one !== value);
  return { ...asked, filters: left.length > 0 ? { ...others, [key]: left } : others };
}
