import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
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
  const options = (label: string, values: readonly string[]) => [{ value: "", label }, ...values.map((value) => ({ value, label: value }))];
  return (
    <form method="get" action={routes.payouts(environment)} aria-label="Filter the payouts" className="mb-4 grid gap-3 rounded border bg-raised p-4">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-6">
        <TextField label="From" name="from" type="date" defaultValue={asked.from} optional="quietly" />
        <TextField label="To" name="to" type="date" defaultValue={asked.to} optional="quietly" />
        <SelectField label="Currency" name="currency" defaultValue={asked.currency} options={options("Any", choices.currencies)} optional="quietly" />
        <SelectField label="Merchant id" name="merchant" defaultValue={asked.merchant} options={options("Any", choices.merchants)} optional="quietly" />
        <SelectField label="Settled" name="type" defaultValue={asked.type} options={options("Any kind", choices.types)} optional="quietly" />
        <SelectField
          label="Proof"
          name="proof"
          defaultValue={asked.proof}
          options={[
            { value: "", label: "Any" },
            { value: "odd", label: "Not adding up" },
            { value: "due", label: "Lines due" },
          ]}
          optional="quietly"
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
