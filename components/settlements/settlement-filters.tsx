"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";

import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { SettlementFilter } from "@/lib/desk/settlement";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

export interface SettlementFiltersProps {
  readonly environment: Environment;
  readonly filter: SettlementFilter;
  readonly currencies: readonly string[];
}

/** Which settlements are shown. A plain form whose answer is the page's address. */
export function SettlementFilters({ environment, filter, currencies }: SettlementFiltersProps) {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const show = (form: HTMLFormElement) => {
    const given = [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : []));
    startTransition(() => router.replace(routes.settlements(environment, Object.fromEntries(given)), { scroll: false }));
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    show(event.currentTarget);
  };
  return (
    <form
      key={JSON.stringify(filter)}
      action={routes.settlements(environment)}
      onSubmit={onSubmit}
      onChange={(event) => event.target instanceof HTMLSelectElement && show(event.currentTarget)}
      aria-label="Show only"
      aria-busy={busy}
      className="flex flex-wrap items-end gap-3 max-md:grid max-md:grid-cols-2"
    >
      <TextField
        id="text"
        name="text"
        label="Settlement, payout or bank reference"
        className="min-w-0 flex-1 max-md:col-span-2 md:max-w-sm"
        optional="quietly"
        mono
        maxLength={200}
        defaultValue={filter.text ?? ""}
      />
      <SelectField
        id="verdict"
        name="verdict"
        label="Adds up?"
        className="md:w-40"
        optional="quietly"
        defaultValue={filter.verdict ?? ""}
        options={[
          { value: "", label: "Any" },
          { value: "adds-up", label: "Adds up" },
          { value: "differs", label: "Differs" },
          { value: "accepted", label: "Accepted" },
          { value: "unknown", label: "Not known" },
        ]}
      />
      <SelectField
        id="currency"
        name="currency"
        label="Currency"
        className="md:w-32"
        optional="quietly"
        defaultValue={filter.currency ?? ""}
        options={[{ value: "", label: "Any" }, ...currencies.map((value) => ({ value, label: value }))]}
      />
      <Button type="submit" loading={busy}>
        Show
      </Button>
      {Object.keys(filter).length > 0 && (
        <Button variant="ghost" onClick={() => startTransition(() => router.replace(routes.settlements(environment), { scroll: false }))}>
          Show all
        </Button>
      )}
    </form>
  );
}
