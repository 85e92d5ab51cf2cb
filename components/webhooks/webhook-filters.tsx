"use client";

import { FilterForm } from "@/components/ui/filter-form";
import { FilterSelect } from "@/components/ui/filter-select";
import { TextField } from "@/components/ui/text-field";
import type { WebhookFilter } from "@/lib/desk/webhook";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import { eventWords } from "./words";

export interface WebhookFiltersProps {
  readonly filter: WebhookFilter;
  readonly environments: readonly Environment[];
  readonly types: readonly string[];
}

/** What of all that came is shown. */
export function WebhookFilters({ filter, environments, types }: WebhookFiltersProps) {
  return (
    <FilterForm address={routes.webhooks()} filter={filter}>
      <FilterSelect
        name="environment"
        label="Environment"
        className="md:w-32"
        any="Both"
        value={filter.environment}
        options={environments.map((value) => ({ value, label: value.toUpperCase() }))}
      />
      <FilterSelect name="type" label="Event" className="md:w-52" value={filter.type} options={types.map((value) => ({ value, label: eventWords(value) }))} />
      <FilterSelect
        name="verdict"
        label="Standing"
        className="md:w-40"
        value={filter.verdict}
        options={[
          { value: "waiting", label: "Waiting" },
          { value: "late", label: "Late" },
          { value: "duplicate", label: "Came twice or more" },
          { value: "refused", label: "Refused" },
        ]}
      />
      <TextField
        id="account"
        name="account"
        label="Account id"
        className="min-w-0 md:w-64"
        optional="quietly"
        mono
        maxLength={255}
        defaultValue={filter.account ?? ""}
      />
    </FilterForm>
  );
}
