"use client";

import { FilterForm } from "@/components/ui/filter-form";
import { FilterSelect } from "@/components/ui/filter-select";
import { TextField } from "@/components/ui/text-field";
import { currencyOptions } from "@/lib/desk/filter-words";
import type { SettlementFilter } from "@/lib/desk/settlement";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

export interface SettlementFiltersProps {
  readonly environment: Environment;
  readonly filter: SettlementFilter;
  readonly currencies: readonly string[];
}

/** Which settlements are shown. */
export function SettlementFilters({ environment, filter, currencies }: SettlementFiltersProps) {
  return (
    <FilterForm address={routes.settlements(environment)} filter={filter}>
      <TextField
        id="text"
        name="text"
        label="Settlement, payout or bank reference"
        className="min-w-0 max-md:col-span-2 md:w-64"
        optional="quietly"
        mono
        maxLength={200}
        defaultValue={filter.text ?? ""}
      />
      <FilterSelect
        name="verdict"
        label="Adds up?"
        className="md:w-40"
        value={filter.verdict}
        options={[
          { value: "adds-up", label: "Adds up" },
          { value: "differs", label: "Differs" },
          { value: "accepted", label: "Accepted" },
          { value: "unknown", label: "Not known" },
        ]}
      />
      <FilterSelect name="paid" label="Paid out?" className="md:w-32" value={filter.paid} options={[{ value: "late", label: "Late" }]} />
      <FilterSelect name="currency" label="Currency" className="md:w-32" value={filter.currency} options={currencyOptions(currencies)} />
      <TextField id="from" name="from" label="Ended from (UTC)" type="date" className="md:w-40" optional="quietly" defaultValue={filter.from ?? ""} />
      <TextField id="to" name="to" label="Until" type="date" className="md:w-40" optional="quietly" defaultValue={filter.to ?? ""} />
    </FilterForm>
  );
}
