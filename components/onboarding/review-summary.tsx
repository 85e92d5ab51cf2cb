"use client";

import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";

import { type StepKey, steps } from "./steps";
import { summaryOf } from "./summary";
import { useCategoryName, useProfileName } from "./use-product-names";
import { useWizard } from "./wizard-context";

/** What will be sent, by step, in words. */
export function ReviewSummary({ body }: { readonly body: Readonly<Record<string, unknown>> }) {
  return steps
    .filter(({ key }) => key !== "review")
    .map(({ key, label, parts }) => <StepSummary key={key} step={key} label={label} parts={parts} body={body} />);
}

interface StepSummaryProps {
  readonly step: StepKey;
  readonly label: string;
  readonly parts: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
}

function StepSummary({ step, label, parts, body }: StepSummaryProps) {
  const { goTo } = useWizard();
  const groups = summaryOf(body, parts);
  return (
    <section aria-label={label}>
      <header className="mb-1 flex items-center justify-between gap-3 border-b pb-1">
        <h3 className="font-semibold">{label}</h3>
        <Button variant="ghost" size="sm" aria-label={`Edit ${label.toLowerCase()}`} onClick={() => goTo(step)}>
          Edit
        </Button>
      </header>
      {groups.length === 0 && <p className="py-2 text-muted">Nothing is sent.</p>}
      {groups.map(({ title, items }) => (
        <div key={items[0]?.path}>
          {title && <h4 className="mt-3 font-medium">{title}</h4>}
          <DescriptionList items={items.map(({ path, term, value }) => ({ term, value: <Value path={path} value={value} /> }))} />
        </div>
      ))}
    </section>
  );
}

function Value({ path, value }: { readonly path: string; readonly value: string }) {
  if (path.endsWith(".distribution_profile_id")) return <ProfileName id={value} />;
  if (path.endsWith(".merchant_category_code")) return <CategoryName code={value} />;
  return mono.test(path) ? <span className="mono">{value}</span> : value;
}

const mono = /reference|number|iban|bic|_ip$|_at$|date_of_birth/;

function ProfileName({ id }: { readonly id: string }) {
  return useProfileName(id);
}

function CategoryName({ code }: { readonly code: string }) {
  return useCategoryName(code);
}
