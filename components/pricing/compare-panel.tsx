import { useMemo } from "react";

import { FailedRead } from "@/components/operation/failed-read";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { EmptyState } from "@/components/ui/empty-state";
import { SelectField } from "@/components/ui/select-field";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Environment } from "@/lib/klarna/environment";
import { isListed } from "@/lib/klarna/pricing/choose";
import { compareRates } from "@/lib/klarna/pricing/compare";

import { CategoryAside } from "./category-aside";
import { ComparedTable } from "./compared-table";
import { CategoryField } from "./place-fields";
import { type Question, ratesAsked } from "./question";
import { categoryWords } from "./rates-table";
import type { Plan } from "./use-plans";
import { type RatesRead, useRates } from "./use-rates";
import { versionWords } from "./version-words";

export interface ComparePanelProps {
  readonly environment: Environment;
  readonly question: Question;
  readonly ask: (next: Partial<Question>, how?: "replace") => void;
  readonly plan: Plan;
  readonly read: RatesRead;
  readonly now: string;
  readonly programName: (id: string) => string;
}

/** Two versions or two categories side by side: the left is what is asked above, the right is chosen here. */
export function ComparePanel({ environment, question, ask, plan, read, now, programName }: ComparePanelProps) {
  const byCategory = question.by === "category";
  const right = { ...question, ...(byCategory ? { category: question.other } : { version: question.other }) };
  const ready = question.other !== "" && (!byCategory || question.category !== "");
  // The rates of all categories would stand beside those of one.
  const unlisted = byCategory && ready ? [question.category, question.other].filter((code) => !isListed(code)) : [];
  const other = useRates(environment, ready && unlisted.length === 0 ? plan.id : "", ready ? ratesAsked(right, now) : undefined);
  // Rates of an earlier question aren't those of this one.
  const [left, beside] = read.stale || other.stale ? [] : [read.rates, other.rates];
  const rows = useMemo(
    () => (left && beside ? compareRates(left, beside, byCategory ? "merchant_category_code" : undefined) : undefined),
    [left, beside, byCategory],
  );
  const everything = question.everything !== "";
  const categories = { ...read.answer?.categories, ...other.answer?.categories };
  const names = byCategory
    ? { left: categoryWords(question.category, categories), right: categoryWords(question.other, categories) }
    : { left: versionName(plan, read.answer?.version), right: versionName(plan, other.answer?.version) };
  const differing = rows?.filter(({ differs }) => differs) ?? [];
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-end gap-3 max-md:grid">
        <SelectField
          label="Compare"
          className="md:w-44"
          value={question.by}
          onChange={({ target }) => ask({ by: target.value === "category" ? "category" : "version", other: "" })}
          options={[
            { value: "version", label: "Two versions" },
            { value: "category", label: "Two categories" },
          ]}
        />
        {byCategory ? (
          <CategoryField
            label="With category"
            className="md:w-72"
            value={question.other}
            name={categories[question.other]}
            onChange={(value) => ask({ other: value })}
            needed
          />
        ) : (
          <SelectField
            label="With version"
            className="md:w-56"
            value={question.other}
            onChange={({ target }) => ask({ other: target.value })}
            placeholder="Choose a version"
            options={plan.versions.map((version) => ({ value: String(version.version), label: versionWords(version) }))}
          />
        )}
        <CheckboxField label="Show everything" checked={everything} onChange={({ target }) => ask({ everything: target.checked ? "yes" : "" }, "replace")} />
      </div>
      {!ready ? (
        <EmptyState title={byCategory ? "Which two categories?" : "With which version?"}>
          {byCategory ? "Choose one category above, and the other one here." : "Choose the other version here; the one above stands on the left."}
        </EmptyState>
      ) : unlisted.length > 0 ? (
        <EmptyState title={`${unlisted.length === 1 ? "Category" : "Categories"} ${[...new Set(unlisted)].join(" and ")} can't be compared`}>
          Klarna doesn't list {unlisted.length === 1 ? "it" : "them"}, and answers with the rates of all categories. What an order costs there is worked out
          under “What would it cost”, where all categories agree.
        </EmptyState>
      ) : other.problem && !other.rates ? (
        <FailedRead title="The other side couldn't be read" problem={other.problem} refetch={other.refresh} />
      ) : rows ? (
        <>
          <CategoryAside code={read.answer?.category_left_aside} />
          <p role="status" className="text-muted">
            {differing.length === 0
              ? "They price everything alike."
              : `${differing.length.toLocaleString("en")} of ${rows.length.toLocaleString("en")} prices differ.`}
          </p>
          <ComparedTable rows={everything ? rows : differing} names={names} categories={categories} byCategory={byCategory} programName={programName} />
        </>
      ) : (
        <TableSkeleton columns={5} />
      )}
    </div>
  );
}

function versionName(plan: Plan, number: number | null | undefined): string {
  const version = plan.versions.find((one) => one.version === number);
  return version ? versionWords(version) : number === undefined || number === null ? "Version not stated" : `Version ${number}`;
}
