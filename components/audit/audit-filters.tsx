import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { FilterSelect } from "@/components/ui/filter-select";
import { TextField } from "@/components/ui/text-field";
import { type AuditFilter, auditOutcomes } from "@/lib/desk/audit";
import { auditWords, outcomeWords } from "@/lib/desk/audit-words";
import { meantInWords } from "@/lib/klarna/change-words";
import { routes } from "@/lib/routes";

export interface AuditFiltersProps {
  readonly asked: AuditFilter;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** The operations that change something, by their names. */
  readonly operations: readonly string[];
}

/** What is asked of the log: a form whose answers stand in the page's address. It works without a script. */
export function AuditFilters({ asked, people, operations }: AuditFiltersProps) {
  return (
    <form method="get" action={routes.audit} aria-label="Filter the log" className="mb-4 grid gap-3 rounded border bg-raised p-4">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <TextField label="From (UTC)" name="from" type="date" defaultValue={asked.from} optional="quietly" />
        <TextField label="To (UTC)" name="to" type="date" defaultValue={asked.to} optional="quietly" />
        <FilterSelect name="person" label="Person" any="Anybody" value={asked.person} options={people.map(({ id, name }) => ({ value: id, label: name }))} />
        <FilterSelect name="outcome" label="Outcome" value={asked.outcome} options={auditOutcomes.map((value) => ({ value, label: outcomeWords[value] }))} />
        <FilterSelect name="kind" label="Kind" value={asked.kind} options={kinds} />
        <FilterSelect name="operation" label="Operation" value={asked.operation} options={operations.map((value) => ({ value, label: meantInWords(value) }))} />
        <TextField label="Account id" name="account_id" mono defaultValue={asked.account_id} autoComplete="off" optional="quietly" />
        <FilterSelect
          name="environment"
          label="Environment"
          any="Both"
          value={asked.environment}
          options={[
            { value: "test", label: "TEST" },
            { value: "live", label: "LIVE" },
          ]}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit">Show</Button>
        {Object.keys(asked).length > 0 && (
          <ButtonLink href={routes.audit} variant="ghost">
            Clear
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

const kinds = Object.entries(auditWords).map(([value, { words }]) => ({ value, label: words.slice(0, 1).toUpperCase() + words.slice(1) }));
