import type { ProblemField } from "@/lib/klarna/problem";

/** The wizard's steps in their order, each with the parts of the form that it holds. */
export const steps = [
  {
    key: "merchant",
    label: "Merchant",
    parts: ["account_reference", "account_name", "account_group_reference", "account_group_id", "extra_account_data.account_information"],
  },
  { key: "owner", label: "Owner", parts: ["account_owner"] },
  { key: "business", label: "Business", parts: ["extra_account_data.business_information"] },
  { key: "people", label: "People", parts: ["extra_account_data.beneficiary_information"] },
  { key: "bank", label: "Bank and payouts", parts: ["extra_account_data.settlement_information"] },
  { key: "brand", label: "Brand and websites", parts: ["channel"] },
  { key: "product", label: "Product", parts: ["products"] },
  { key: "review", label: "Review", parts: [] },
] as const satisfies readonly { readonly key: string; readonly label: string; readonly parts: readonly string[] }[];

export type StepKey = (typeof steps)[number]["key"];

export function isStep(value: unknown): value is StepKey {
  return steps.some(({ key }) => key === value);
}

/** The parts of the form that a step holds, as paths. */
export function partsOf(step: StepKey): readonly string[] {
  return steps.find(({ key }) => key === step)?.parts ?? [];
}

/** The step that shows a path of the form; the review shows what no other does. */
export function stepOf(path: string): StepKey {
  return steps.find(({ parts }) => parts.some((part) => isWithin(path, part)))?.key ?? "review";
}

/** The step before or after another, if there is one. */
export function neighbour(step: StepKey, distance: 1 | -1): StepKey | undefined {
  return steps[steps.findIndex(({ key }) => key === step) + distance]?.key;
}

/** The faults that a step can do something about. */
export function faultsOf(step: StepKey, faults: readonly ProblemField[]): readonly ProblemField[] {
  return faults.filter(({ path }) => stepOf(path) === step);
}

function isWithin(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}.`);
}
