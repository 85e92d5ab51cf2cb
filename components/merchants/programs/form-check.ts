import type { Enabled } from "@/lib/klarna/enablements";
import { type Clock, momentOf } from "@/lib/klarna/wall-time";

import type { EnablementForm } from "./kept-form";

/** What is typed as an enablement that can be reckoned with, and how the clocks stood to its times. Undefined while a time is missing. */
export function plannedBy(
  form: EnablementForm,
  id = "",
): { readonly enabled: Enabled; readonly clocks: { readonly from: Clock; readonly to: Clock } } | undefined {
  const [from, to] = [momentOf(form.from, form.zone), momentOf(form.to, form.zone)];
  if (!from || !to) return undefined;
  const scope = { countries: [...form.countries].sort(), categories: [...form.categories].sort() };
  return { enabled: { id, program: form.program, scope, from: from.at, to: to.at }, clocks: { from: from.clock, to: to.clock } };
}

/** What keeps a form from being sent, by field, in words that say what to do. */
export function faultsOf(form: EnablementForm): { readonly program?: string; readonly from?: string; readonly to?: string } {
  const [from, to] = [momentOf(form.from, form.zone), momentOf(form.to, form.zone)];
  return {
    ...(form.program === "" && { program: "Choose a program" }),
    ...(!from && { from: "Choose the day and the time at which it begins" }),
    ...(!to && { to: "Choose the day and the time at which it ends" }),
    ...(from && to && to.at <= from.at && { to: "It must end after it begins: choose a later end" }),
  };
}

/** A typed time as Klarna takes it. */
export function sentTime(wall: string, zone: string): string {
  return new Date(momentOf(wall, zone)?.at ?? Number.NaN).toISOString().replace(".000Z", "Z");
}
