import { SelectField } from "@/components/ui/select-field";
import { type AttentionFilter, attentionRules, attentionShows } from "@/lib/desk/attention";
import { type Environment, isEnvironment } from "@/lib/klarna/environment";

import { ruleWords, showWords } from "./words";

export interface AttentionFiltersProps {
  readonly filter: AttentionFilter;
  readonly environments: readonly Environment[];
  readonly onShow: (filter: AttentionFilter) => void;
}

/** What of it is shown; the answer is the page's address. */
export function AttentionFilters({ filter, environments, onShow }: AttentionFiltersProps) {
  const { environment, rule } = filter;
  return (
    <fieldset className="flex flex-wrap items-end gap-3 max-md:grid max-md:grid-cols-2">
      <legend className="sr-only">Show only</legend>
      {environments.length > 1 && (
        <SelectField
          label="Environment"
          className="md:w-32"
          optional="quietly"
          value={environment ?? ""}
          onChange={({ target }) => onShow({ ...filter, environment: isEnvironment(target.value) ? target.value : undefined })}
          options={[{ value: "", label: "Both" }, ...environments.map((value) => ({ value, label: value.toUpperCase() }))]}
        />
      )}
      <SelectField
        label="What"
        className="md:w-56"
        optional="quietly"
        value={rule ?? ""}
        onChange={({ target }) => onShow({ ...filter, rule: attentionRules.find((one) => one === target.value) })}
        options={[{ value: "", label: "Everything" }, ...attentionRules.map((value) => ({ value, label: ruleWords[value] }))]}
      />
      <SelectField
        label="How it stands"
        className="md:w-44"
        optional="quietly"
        value={filter.show}
        onChange={({ target }) => onShow({ ...filter, show: attentionShows.find((one) => one === target.value) ?? "open" })}
        options={attentionShows.map((value) => ({ value, label: showWords[value] }))}
      />
    </fieldset>
  );
}
