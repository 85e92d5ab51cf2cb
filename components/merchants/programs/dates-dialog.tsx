"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { enablementWarnings, newWarnings } from "@/lib/klarna/enablement-warnings";
import type { Enabled } from "@/lib/klarna/enablements";
import { paymentProgramEnablements } from "@/lib/klarna/operations/payment-program-enablements";
import { momentOf, wallAt } from "@/lib/klarna/wall-time";
import { useChange } from "@/lib/query/use-change";

import { pausedBecause } from "../file/paused";
import { useMerchantHere } from "../merchant-context";
import { faultsOf, plannedBy, sentTime } from "./form-check";
import { type EnablementForm, formKey } from "./kept-form";
import { Outcome } from "./outcome";
import { PeriodFields } from "./period-fields";
import { scopeInWords } from "./scope-words";
import { refusedAt, useEnablementChange } from "./use-enablement-change";
import { useKeptForm } from "./use-kept-form";
import { WarningList } from "./warning-list";
import { ownZone } from "./zones";

export interface DatesDialogProps {
  readonly productId: string;
  readonly enablement: Enabled;
  readonly program: string;
  /** The others of its product, and itself. */
  readonly enabled: readonly Enabled[];
  readonly onClose: () => void;
}

const { update } = paymentProgramEnablements;
const minute = 60_000;

/** Ends an enablement earlier, or lets it go on; one that is still to come can begin at another time too. */
export function DatesDialog({ productId, enablement, program, enabled, onClose }: DatesDialogProps) {
  const { merchant } = useMerchantHere();
  const { account_id, environment } = merchant;
  const { form, change, forget } = useKeptForm(formKey(account_id, productId, enablement.id), () => formOf(enablement));
  const [tried, setTried] = useState(false);
  const params = { account_id, product_id: productId, payment_program_enablement_id: enablement.id };
  const changing = useChange(environment, update, params, form.attempt);
  const done = () => {
    forget();
    onClose();
  };
  const body = changesIn(form, enablement);
  const { start, sending, problem } = useEnablementChange({
    send: () => changing.mutateAsync(body),
    unclear: form.unclear,
    onDone: done,
    onUnclear: (unclear) => change({ unclear }),
  });
  const begun = enablement.from <= Date.now();
  const { from: noBeginning, ...others } = faultsOf(form);
  // What has begun without a beginning that Klarna says needs none.
  const faults = { ...others, ...(noBeginning && !begun && { from: noBeginning }) };
  const errors = tried ? faults : {};
  const planned = plannedBy(form, enablement.id);
  const circumstances = { now: Date.now(), zone: form.zone };
  const warnings = planned
    ? newWarnings(
        enablementWarnings(enablement, enabled, circumstances),
        enablementWarnings(planned.enabled, enabled, { ...circumstances, clocks: planned.clocks }),
      )
    : [];
  const unchanged = Object.keys(body).length === 0 && Object.keys(faults).length === 0;
  const unavailable = form.unclear ? undefined : (pausedBecause(merchant) ?? (unchanged ? "Nothing is changed yet: choose another time." : undefined));
  const submit = () => {
    setTried(true);
    if (form.unclear || Object.keys(faults).length === 0) void start();
  };
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={begun ? `Change when ${program} ends` : `Change the dates of ${program}`}
      description={`In ${scopeInWords(enablement.scope)}. Klarna takes the new time at once; what has ended can't be continued, but enabled anew.`}
      footer={
        <>
          <Button onClick={form.unclear ? onClose : done}>{form.unclear ? "Close" : "Leave it as it was"}</Button>
          <Button variant="primary" loading={sending} onClick={submit} {...(unavailable && { unavailable })}>
            {form.unclear ? "Ask again" : begun ? "Set the new end" : "Set the new dates"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Outcome problem={problem} unclear={form.unclear} operation={update.name} fields={["effective_from", "effective_to"]} />
        <PeriodFields
          form={form}
          onChange={change}
          begun={begun}
          disabled={form.unclear || sending}
          errors={{ from: errors.from ?? refusedAt(problem, "effective_from"), to: errors.to ?? refusedAt(problem, "effective_to") }}
        />
        {begun && !form.unclear && (
          <div>
            <Button size="sm" onClick={() => change({ to: wallAt(Math.ceil(Date.now() / minute + 1) * minute, form.zone) ?? "" })}>
              End it now
            </Button>
          </div>
        )}
        <WarningList warnings={warnings} program={program} others={enabled} zone={form.zone} />
      </div>
    </Dialog>
  );
}

function formOf({ program, scope, from, to }: Enabled): EnablementForm {
  const zone = ownZone();
  return { attempt: crypto.randomUUID(), program, ...scope, from: wallAt(from, zone) ?? "", to: wallAt(to, zone) ?? "", zone, unclear: false };
}

/** Only what is another time than it was, to the minute that a field can hold. */
function changesIn({ from, to, zone }: EnablementForm, enablement: Enabled): { effective_from?: string; effective_to?: string } {
  // By what the clock shows: where it shows a time twice, what nobody touched is no change.
  const isOther = (typed: string, was: number) => momentOf(typed, zone) !== undefined && typed !== wallAt(was, zone);
  return {
    ...(isOther(from, enablement.from) && { effective_from: sentTime(from, zone) }),
    ...(isOther(to, enablement.to) && { effective_to: sentTime(to, zone) }),
  };
}
