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
  const { merchant, me } = useMerchantHere();
  const { account_id, environment } = merchant;
  const { form, change, sent, forget } = useKeptForm(formKey({ me, accountId: account_id, productId }, enablement.id), (kept) =>
    kept?.was ? { ...kept, was: kept.was } : formOf(enablement),
  );
  const [tried, setTried] = useState(false);
  const params = { account_id, product_id: productId, payment_program_enablement_id: enablement.id };
  const changing = useChange(environment, update, params, form.attempt);
  const done = () => {
    forget();
    onClose();
  };
  const begun = enablement.from <= Date.now();
  // What was sent with another beginning, before it began, is asked about as it was sent.
  const body = changesIn(form, begun && !form.unclear);
  const { start, sending, problem } = useEnablementChange({
    send: () => changing.mutateAsync(body),
    onSend: sent,
    unclear: form.unclear,
    onDone: done,
    onUnclear: (unclear) => change({ unclear }),
  });
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
  const locked = form.unclear || sending;
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
          <Button onClick={locked ? onClose : done}>{locked ? "Close" : "Leave it as it was"}</Button>
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
          onChange={(next) => change({ ...next, ...(next.zone !== undefined && inZone(form, next.zone)) })}
          begun={begun}
          disabled={locked}
          errors={{ from: errors.from ?? refusedAt(problem, "effective_from"), to: errors.to ?? refusedAt(problem, "effective_to") }}
        />
        {begun && !form.unclear && (
          <div>
            <Button size="sm" disabled={sending} onClick={() => change({ to: wallAt(Math.ceil(Date.now() / minute + 1) * minute, form.zone) ?? "" })}>
              End it now
            </Button>
          </div>
        )}
        <WarningList warnings={warnings} program={program} others={enabled} zone={form.zone} />
      </div>
    </Dialog>
  );
}

interface DatesForm extends EnablementForm {
  readonly was: NonNullable<EnablementForm["was"]>;
}

function formOf({ program, scope, from, to }: Enabled): DatesForm {
  const zone = ownZone();
  const was = { from: finite(from), to: finite(to) };
  return { attempt: crypto.randomUUID(), program, ...scope, from: shown(was.from, zone), to: shown(was.to, zone), zone, unclear: false, was };
}

/**
 * Only what is another time than it was as the dates began to be changed, to the minute that a field can hold: asked again, the very same is sent, whatever has
 * become of the enablement since. What has begun keeps its beginning.
 */
function changesIn({ from, to, zone, was }: DatesForm, begun: boolean): { effective_from?: string; effective_to?: string } {
  // By what the clock shows: where it shows a time twice, what nobody touched is no change.
  const isOther = (typed: string, before: number | null) => momentOf(typed, zone) !== undefined && typed !== shown(before, zone);
  return {
    ...(!begun && isOther(from, was.from) && { effective_from: sentTime(from, zone) }),
    ...(isOther(to, was.to) && { effective_to: sentTime(to, zone) }),
  };
}

/** By other clocks what nobody has touched is the same moment. */
function inZone({ from, to, zone, was }: DatesForm, other: string): Pick<DatesForm, "from" | "to"> {
  return { from: from === shown(was.from, zone) ? shown(was.from, other) : from, to: to === shown(was.to, zone) ? shown(was.to, other) : to };
}

function shown(at: number | null, zone: string): string {
  return at === null ? "" : (wallAt(at, zone) ?? "");
}

function finite(at: number): number | null {
  return Number.isFinite(at) ? at : null;
}
