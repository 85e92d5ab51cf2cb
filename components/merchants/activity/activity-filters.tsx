import clsx from "clsx";

import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import type { Named } from "@/lib/desk/note";
import { allThatHappened, asSearch, type TimelineKind, type TimelineQuestion } from "@/lib/desk/timeline";

import { kindNames } from "./words";

export interface ActivityFiltersProps {
  readonly question: TimelineQuestion;
  readonly ask: (changed: Partial<TimelineQuestion>) => void;
  /** What this person may see of all that there is. */
  readonly kinds: readonly TimelineKind[];
  /** Whoever has done something here. */
  readonly people: readonly Named[];
}

/** What of all that happened is shown: any of the kinds, whose doing, and when. */
export function ActivityFilters({ question, ask, kinds, people }: ActivityFiltersProps) {
  const toggled = (kind: TimelineKind) => (question.kinds.includes(kind) ? question.kinds.filter((one) => one !== kind) : [...question.kinds, kind]);
  const narrowed = Object.keys(asSearch(question)).length > 0;
  const day = (name: "from" | "to", label: string) => (
    <DateField label={label} className="md:w-40" optional="quietly" value={question[name] ?? ""} onChange={(chosen) => ask({ [name]: chosen || undefined })} />
  );
  return (
    <section aria-label="Show only" className="grid gap-3">
      <fieldset className="min-w-0">
        <legend className="sr-only">Kinds</legend>
        <div className="flex flex-wrap gap-1.5 max-md:flex-nowrap max-md:overflow-x-auto max-md:pb-1">
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={question.kinds.includes(kind)}
              onClick={() => ask({ kinds: toggled(kind) })}
              className={clsx(
                "h-7 shrink-0 rounded-full border px-3 text-xs max-md:h-11 max-md:px-4",
                question.kinds.includes(kind)
                  ? "border-accent-line bg-accent-soft font-medium text-accent-ink"
                  : "bg-raised text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {kindNames[kind]}
            </button>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-end gap-3 max-md:grid max-md:grid-cols-2">
        <SelectField
          label="Person"
          className="max-md:col-span-2 md:w-56"
          optional="quietly"
          value={question.person ?? ""}
          onChange={({ target }) => ask({ person: target.value || undefined })}
          options={[{ value: "", label: "Anybody" }, ...withAsked(people, question.person).map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {day("from", "From (UTC)")}
        {day("to", "To (UTC)")}
        {narrowed && (
          <Button variant="ghost" onClick={() => ask(allThatHappened)}>
            Show all
          </Button>
        )}
      </div>
    </section>
  );
}

/** An address may ask for somebody who has done nothing here. */
function withAsked(people: readonly Named[], id: string | undefined): readonly Named[] {
  return id === undefined || people.some((person) => person.id === id) ? people : [...people, { id, name: "Somebody else" }];
}
