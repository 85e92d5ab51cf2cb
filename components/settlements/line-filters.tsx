"use client";

import { useState } from "react";

import { FilterForm } from "@/components/ui/filter-form";
import { FilterSelect } from "@/components/ui/filter-select";
import { TextField } from "@/components/ui/text-field";
import { kindOf, type SettlementDetail, type SettlementLineFilter } from "@/lib/desk/settlement";
import { decimalText, exponentOf } from "@/lib/money";
import { routes } from "@/lib/routes";

import { kindWords } from "./words";

export interface LineFiltersProps {
  readonly settlement: SettlementDetail;
  readonly filter: SettlementLineFilter;
}

/** Which transactions are shown. */
export function LineFilters({ settlement, filter }: LineFiltersProps) {
  const { environment, settlement_id, types, days } = settlement;
  const currency = settlement.currency ?? "";
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const read = (given: Readonly<Record<string, string>>) => {
    const fields = Object.entries(given).map(([name, value]) => [name, name === "from" || name === "to" ? minorIn(value, currency) : value] as const);
    const wrong = fields.filter(([, value]) => value === undefined).map(([name]) => [name, `Write an amount, such as ${decimalText(-1250n, currency)}`]);
    setFaults(Object.fromEntries(wrong));
    return wrong.length > 0 ? undefined : (Object.fromEntries(fields) as Record<string, string>);
  };
  const amount = (name: "from" | "to", label: string) => (
    <TextField
      id={name}
      name={name}
      label={label}
      className="md:w-32"
      optional="quietly"
      inputMode="decimal"
      mono
      defaultValue={filter[name] === undefined ? "" : decimalText(BigInt(filter[name]), currency)}
      {...(faults[name] && { error: faults[name] })}
    />
  );
  return (
    <FilterForm address={routes.settlement(environment, settlement_id, "transactions")} filter={filter} read={read}>
      <FilterSelect
        name="kind"
        label="Kind"
        className="md:w-44"
        value={filter.kind}
        options={types.map((sum) => ({ value: kindOf(sum), label: kindWords(sum.type, sum.detailed_type) }))}
      />
      <FilterSelect name="day" label="Day (UTC)" className="md:w-36" value={filter.day} options={days.map(({ day }) => ({ value: day, label: day }))} />
      {amount("from", "Amount from")}
      {amount("to", "Amount to")}
      <TextField
        id="reference"
        name="reference"
        label="Reference or id"
        className="min-w-0 max-md:col-span-2 md:w-56"
        optional="quietly"
        mono
        maxLength={200}
        defaultValue={filter.reference ?? ""}
      />
      <TextField
        id="account"
        name="account"
        label="Merchant's account id"
        className="min-w-0 max-md:col-span-2 md:w-52"
        optional="quietly"
        mono
        maxLength={200}
        defaultValue={filter.account ?? ""}
      />
    </FilterForm>
  );
}

/** An amount as people write it, in minor units; undefined for what is none. */
function minorIn(text: string, currency: string): string | undefined {
  const decimals = exponentOf(currency);
  const [, sign = "", whole = "", fraction = ""] = /^([-−]?)(\d{1,15})(?:[.,](\d+))?$/.exec(text.replaceAll(" ", "")) ?? [];
  if (whole === "" || fraction.length > decimals) return undefined;
  return String(BigInt(`${sign === "" ? "" : "-"}${whole}${fraction.padEnd(decimals, "0")}`));
}
