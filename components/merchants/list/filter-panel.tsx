import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { FailedRead } from "@/components/operation/failed-read";
import { useFailure } from "@/components/operation/use-failure";
import { Combobox } from "@/components/ui/combobox";
import { SelectField } from "@/components/ui/select-field";
import { type DirectoryQuery, type FilterKey, type TimeKey, timeKeys } from "@/lib/desk/directory";
import type { DirectoryFacets, Facet } from "@/lib/desk/merchant";
import type { Tag } from "@/lib/desk/tag";
import type { Environment } from "@/lib/klarna/environment";
import { groupOptions } from "@/lib/query/group-options";
import { readDesk } from "@/lib/query/read";

import { daysLabel, filterNames, timeNames, valueLabel } from "./words";

export interface FilterPanelProps {
  readonly environment: Environment;
  readonly asked: DirectoryQuery;
  readonly onAsk: (asked: DirectoryQuery) => void;
}

const spansOf = (key: TimeKey) => (key === "unseen" ? [7, 30, 90] : [1, 7, 30, 90, 365]);

/** What a list can be narrowed to, by what there is. A choice counts at once; what is chosen stands above the list. */
export function FilterPanel({ environment, asked, onAsk }: FilterPanelProps) {
  const facets = useQuery(readDesk<DirectoryFacets>("directory/facets", { environment }));
  const tags = useQuery(readDesk<readonly Tag[]>("tags", { environment }));
  const searchGroups = useMemo(() => groupOptions(environment, asked.filters.group), [environment, asked.filters.group]);
  const ofFacets = useFailure(facets);
  const ofTags = useFailure(tags);
  const choices: readonly (readonly [FilterKey, readonly Facet[] | typeof searchGroups | undefined])[] = [
    ["country", facets.data?.countries.map(({ value }) => ({ value, name: valueLabel("country", value, {}) }))],
    ["category", facets.data?.categories],
    ["group", searchGroups],
    ["tag", tags.data?.map(({ id, name }) => ({ value: id, name }))],
    ["product", facets.data?.products.map(({ value }) => ({ value, name: valueLabel("product", value, {}) }))],
  ];
  // Names that were read once stay to choose from, whatever becomes of another reading, and what is typed among them stays.
  const unread = (facets.data ? undefined : ofFacets) ?? (tags.data ? undefined : ofTags);
  const shown = choices.filter(([key, options]) => options || !(key === "tag" ? ofTags : ofFacets));
  const add = (key: FilterKey, value: string) =>
    value !== "" && onAsk({ ...asked, filters: { ...asked.filters, [key]: [...new Set([...(asked.filters[key] ?? []), value])] } });
  const span = (key: TimeKey, value: string) => {
    const { [key]: _, ...days } = asked.days;
    onAsk({ ...asked, days: value === "" ? days : { ...days, [key]: Number(value) } });
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
      {unread && (
        <FailedRead
          className="col-span-full"
          title="The filters couldn't be read"
          problem={unread}
          refetch={() => Promise.all([facets.refetch(), tags.refetch()])}
        />
      )}
      {shown.map(([key, options]) => (
        <Combobox
          key={key}
          label={filterNames[key]}
          optional="quietly"
          value=""
          placeholder={typeof options === "function" ? "Type to search" : !options ? "Loading …" : options.length === 0 ? "None yet" : "Any"}
          options={
            typeof options === "function"
              ? options
              : (options ?? [])
                  .filter(({ value }) => !asked.filters[key]?.includes(value))
                  .map(({ value, name }) => ({ value, label: name, ...(name !== value && key === "category" && { detail: value }) }))
          }
          onChange={(value) => add(key, value)}
        />
      ))}
      {timeKeys.map((key) => (
        <SelectField
          key={key}
          label={timeNames[key]}
          optional="quietly"
          placeholder={key === "unseen" ? "However long" : "Any time"}
          value={asked.days[key] ?? ""}
          onChange={(event) => span(key, event.target.value)}
          options={[...new Set([...spansOf(key), ...(asked.days[key] ? [asked.days[key]] : [])])].map((days) => ({
            value: String(days),
            label: daysLabel(key, days),
          }))}
        />
      ))}
    </div>
  );
}
