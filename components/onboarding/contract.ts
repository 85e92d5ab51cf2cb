import { get, type Resolver, set } from "react-hook-form";
import { pressOver } from "@/components/operation/press";
import type { RefusedField } from "@/lib/desk/draft";
import type { ProblemField } from "@/lib/klarna/problem";
import { valueAt } from "@/lib/klarna/value-at";
import type { OnboardingForm } from "./form";
import { fieldAt, saidOnce } from "./form-path";

/** What Klarna refused: the message stands until the value is another. */
export type Refusal = RefusedField;

/** Refused fields of what is sent, as fields of the form. */
export function refusalsOf(form: OnboardingForm, fields: readonly ProblemField[], formPath: (bodyPath: string) => string): readonly Refusal[] {
  const found = fields.map(({ path, message }) => {
    const field = fieldAt(form, formPath(path)) ?? path;
    return { path: field, message, value: valueAt(form, field) };
  });
  return saidOnce(found);
}

let loading: Promise<typeof import("./check")> | undefined;

/** The contract's schemas, loaded after the page can be typed into. Asked for again if they didn't come. */
export function loadContract(): Promise<typeof import("./check")> {
  loading ??= import("./check").catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Holds the form against the contract and against what Klarna refused. Without the contract nothing is called wrong: it is asked again before sending. */
export function contractResolver(refusals: () => readonly Refusal[]): Resolver<OnboardingForm> {
  return async (form) => {
    const [contract] = await Promise.all([loadContract().catch(() => undefined), pressOver()]);
    return { values: {}, errors: fieldErrors(form, [...(contract?.checkForm(form).faults ?? []), ...standing(form, refusals())]) };
  };
}

/** The refusals whose value hasn't been changed. */
export function standing<One extends Refusal>(form: unknown, refusals: readonly One[]): readonly One[] {
  return refusals.filter(({ path, value }) => JSON.stringify(valueAt(form, path)) === JSON.stringify(value));
}

/** Faults in the shape that a form shows; the first at each field. */
function fieldErrors(form: OnboardingForm, faults: readonly ProblemField[]): Record<string, never> {
  const errors = {};
  for (const { path, message } of faults) {
    const field = fieldAt(form, path);
    if (field && !get(errors, field)) set(errors, field, { type: "contract", message });
  }
  return errors;
}
