import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { FilterSelect } from "@/components/ui/filter-select";
import { TextField } from "@/components/ui/text-field";
import { butInvoices, currencyOptions } from "@/lib/desk/filter-words";
import type { PayoutFilter } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

export interface PayoutFiltersProps {
  readonly environment: Environment;
  readonly asked: PayoutFilter;
  readonly choices: { readonly currencies: readonly string[]; readonly merchants: readonly string[]; readonly types: readonly string[] };
}

/** What is asked of the payouts: a form whose answers stand in the page's address. It works without a script. */
export function PayoutFilters({ environment, asked, choices }: PayoutFiltersProps) {
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <form method="get" action={routes.payouts(environment)} aria-label="Filter the payouts" className="mb-4 grid gap-3 rounded border bg-raised p-4">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-6">
        <TextField label="From" name="from" type="date" defaultValue={asked.from} optional="quietly" />
        <TextField label="To" name="to" type="date" defaultValue={asked.to} optional="quietly" />
        <FilterSelect name="currency" label="Currency" value={asked.currency} options={currencyOptions(choices.currencies)} />
        <FilterSelect name="merchant" label="Merchant id" value={asked.merchant} options={options(choices.merchants)} />
        <FilterSelect
          name="type"
          label="Settled"
          any="Any kind"
          value={asked.type}
          options={[...options(choices.types), { value: butInvoices, label: "All but invoices for fees" }]}
        />
        <FilterSelect
          name="proof"
          label="Proof"
          value={asked.proof}
          options={[
            { value: "odd", label: "Not adding up" },
            { value: "due", label: "Lines due" },
          ]}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit">Show</Button>
        {Object.keys(asked).length > 0 && (
          <ButtonLink href={routes.payouts(environment)} variant="ghost">
            Clear
          </ButtonLink>
        )}
        <span className="text-muted text-xs">Days are whole days in UTC, as Klarna counts.</span>
      </div>
    </form>
  );
}
