"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select-field";
import type { ProgramPlan } from "@/lib/desk/program-plan";
import { enablementWarnings } from "@/lib/klarna/enablement-warnings";
import type { Enabled } from "@/lib/klarna/enablements";
import { paymentProgramEnablements } from "@/lib/klarna/operations/payment-program-enablements";
import { enablementTypeWords } from "@/lib/klarna/program-words";
import { readDesk } from "@/lib/query/read";
import { useChange } from "@/lib/query/use-change";

import { pausedBecause } from "../file/paused";
import { useMerchantHere } from "../merchant-context";
import { enablingWords } from "./enabling-words";
import { faultsOf, plannedBy, sentTime } from "./form-check";
import { isAlwaysOn, typesInPlan } from "./in-plan";
import { type EnablementForm, formKey } from "./kept-form";
import { newForm } from "./new-form";
import { Outcome } from "./outcome";
import { PeriodFields } from "./period-fields";
import { ScopeFields } from "./scope-fields";
import { refusedAt, useEnablementChange } from "./use-enablement-change";
import { useKeptForm } from "./use-kept-form";
import { type ProductProgram, programName } from "./use-product-programs";
import { WarningList } from "./warning-list";
import { inOneSentence } from "./warning-words";

export interface EnableDialogProps {
  readonly productId: string;
  /** The plan that its profile carries, if that is known. */
  readonly planId: string | undefined;
  readonly category: string | undefined;
  readonly programs: readonly ProductProgram[];
  readonly enabled: readonly Enabled[];
  /** The program that it was opened for. */
  readonly program: string;
  readonly onClose: () => void;
}

const { create } = paymentProgramEnablements;
const fields = [
  "payment_program_id",
  "enablement_criteria.customer_countries",
  "enablement_criteria.merchant_category_codes",
  "effective_from",
  "effective_to",
];

/** Plans a program for a product: where and from when until when, with what is to be known of it before it is sent. */
export function EnableDialog({ productId, planId, category, programs, enabled, program: opened, onClose }: EnableDialogProps) {
  const { merchant, me } = useMerchantHere();
  const { environment, account_id } = merchant;
  const { form, change, sent, forget } = useKeptForm(
    formKey({ me, accountId: account_id, productId }),
    (kept) => begun(kept, opened) ?? newForm(opened, category),
  );
  const [tried, setTried] = useState(false);
  // It only helps to choose: without it everything can be typed all the same.
  const { data: plan } = useQuery({
    ...readDesk<ProgramPlan>("programs/plan", { environment, payment_program_plan_id: planId ?? "" }),
    enabled: planId !== undefined,
    staleTime: 300_000,
    retry: false,
  });
  const creation = useChange(environment, create, { account_id, product_id: productId }, form.attempt);
  const planned = plannedBy(form);
  const own = category ? [category] : [];
  const matrix = plan?.matrix;
  const choices = programs.filter((program) => !isAlwaysOn(program, matrix, category));
  const chosen = programs.find(({ payment_program_id }) => payment_program_id === form.program);
  // No category stands for every one, and what matters now is the product's.
  const there = { countries: form.countries, categories: form.categories.length > 0 ? form.categories : own };
  const enabling = enablingWords(typesInPlan(matrix, form.program, there), chosen?.enablement_type);
  const faults = { ...faultsOf(form), ...(chosen && !choices.includes(chosen) && { program: "It is always on: choose another" }) };
  const done = () => {
    forget();
    onClose();
  };
  const { start, sending, problem } = useEnablementChange({
    send: () => creation.mutateAsync(bodyOf(form)),
    onSend: sent,
    unclear: form.unclear,
    onDone: done,
    onUnclear: (unclear) => change({ unclear }),
  });
  const name = programName(form.program, programs);
  const locked = form.unclear || sending;
  const paused = pausedBecause(merchant);
  const errors = tried ? faults : {};
  const warnings = planned ? enablementWarnings(planned.enabled, enabled, { now: Date.now(), zone: form.zone, clocks: planned.clocks }) : [];
  const submit = () => {
    setTried(true);
    if (form.unclear || Object.keys(faults).length === 0) void start();
  };
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={form.program ? `Enable ${name}` : "Enable a program"}
      description={`${enabling.promise}Once enabled it can't be deleted: it ends by its end, which you can set earlier.`}
      footer={
        <>
          <Button onClick={locked ? onClose : done}>{locked ? "Close" : "Give it up"}</Button>
          <Button variant="primary" loading={sending} onClick={submit} {...(paused && !form.unclear && { unavailable: paused })}>
            {form.unclear ? "Ask again" : form.program ? `Enable ${name}` : "Enable it"}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <Outcome problem={problem} unclear={form.unclear} operation={create.name} fields={fields} />
        <SelectField
          label="Program"
          placeholder="Choose a program"
          disabled={locked}
          value={form.program}
          options={choices.map(({ payment_program_id: value, payment_program_name, enablement_type }) => {
            const type = enablement_type || [...typesInPlan(matrix, value, { countries: [], categories: own }).keys()].join(" / ");
            return { value, label: `${payment_program_name || value}${type === "OPTIONAL" ? "" : ` (${enablementTypeWords(type).label})`}` };
          })}
          help={chosen?.description ?? undefined}
          error={errors.program ?? refusedAt(problem, "payment_program_id")}
          warning={enabling.warning}
          onChange={({ target }) => change({ program: target.value })}
        />
        <ScopeFields plan={plan} form={form} onChange={change} disabled={locked} problem={problem} />
        <PeriodFields
          form={form}
          onChange={change}
          disabled={locked}
          errors={{ from: errors.from ?? refusedAt(problem, "effective_from"), to: errors.to ?? refusedAt(problem, "effective_to") }}
        />
        <div className="grid gap-3 border-t pt-4">
          {planned && planned.enabled.from < planned.enabled.to && form.program && (
            <p className="text-pretty font-medium">{inOneSentence(name, planned.enabled, form.zone)}</p>
          )}
          <WarningList warnings={warnings} program={name} others={enabled} zone={form.zone} />
        </div>
      </div>
    </Dialog>
  );
}

/** What is gone on with: for the program that it was opened for, but where nobody knows what became of another. */
function begun(kept: EnablementForm | undefined, opened: string): EnablementForm | undefined {
  return kept && !kept.unclear && opened !== "" ? { ...kept, program: opened } : kept;
}

/** What Klarna gets: no country or no category stands for every one. */
function bodyOf({ program, countries, categories, from, to, zone }: EnablementForm) {
  return {
    payment_program_id: program,
    enablement_criteria: {
      ...(countries.length > 0 && { customer_countries: [...countries] }),
      ...(categories.length > 0 && { merchant_category_codes: [...categories] }),
    },
    effective_from: sentTime(from, zone),
    effective_to: sentTime(to, zone),
  };
}
