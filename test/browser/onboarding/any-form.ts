import fc from "fast-check";

import type { OnboardingForm } from "@/components/onboarding/form";
import { emptyForm, emptyItem } from "@/components/onboarding/form";

import { madeUpForm } from "./made-up-form";

/** Any form: the made-up one, or an empty one, or in between, with each field as it was, emptied, or holding something odd. */
export const anyForm: fc.Arbitrary<OnboardingForm> = fc
  .record({ full: fc.boolean(), elsewhere: fc.boolean(), spare: fc.boolean() })
  .chain(({ full, elsewhere, spare }) => {
    const form = full ? madeUpForm() : emptyForm();
    if (spare) addSpareEntries(form);
    return varied({ ...form, operatesElsewhere: elsewhere }) as fc.Arbitrary<OnboardingForm>;
  });

function addSpareEntries(form: OnboardingForm): void {
  form.channel.websites.unshift(emptyItem.website());
  form.channel.collections.push(emptyItem.collection());
  form.extra_account_data.beneficiary_information.stakeholders.unshift(emptyItem.person());
  form.extra_account_data.settlement_information.bank_accounts.push(emptyItem.bankAccount());
}

function varied(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === "string") return fc.oneof({ weight: 6, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: odd });
  if (Array.isArray(value)) return fc.tuple(...value.map(varied));
  if (typeof value === "object" && value !== null) return fc.record(Object.fromEntries(Object.entries(value).map(([name, field]) => [name, varied(field)])));
  return fc.constant(value);
}

const odd = fc.oneof(
  fc.constantFrom("", "  ", "DE", "SE", "HRB 12345", "yes", "+46 70 174 06 05", "2024-02-30"),
  fc.string({ unit: "binary", maxLength: 300 }),
);
