"use client";

import { useEffect } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { entityTypes } from "@/components/operation/choices";
import { Pair, Section } from "@/components/operation/form-section";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { FormSelectField } from "@/components/ui/form-fields";
import { companyNumberRule } from "@/lib/klarna/company-number";
import { AddressFields } from "./address-fields";
import { Text } from "./fields";
import { type OnboardingForm, registerCountryIn } from "./form";

const business = "extra_account_data.business_information";

export function BusinessStep() {
  return (
    <>
      <Section title="The business" description="As it stands in the public register.">
        <Text name={`${business}.business_name`} label="Registered name" optional />
        <FormSelectField name={`${business}.business_entity_type`} label="Legal form" optional options={entityTypes} placeholder="Choose a legal form" />
      </Section>
      <Section title="Registered address">
        <AddressFields name={`${business}.registration_address`} />
      </Section>
      <CompanyNumber />
      <OperatingAddress />
    </>
  );
}

/** Named and checked as its country does it. */
function CompanyNumber() {
  const { trigger, getFieldState, getValues } = useFormContext<OnboardingForm>();
  useWatch<OnboardingForm>({ name: [`${business}.registration_address.country`, `${business}.operating_address.country`, "operatesElsewhere"] });
  const country = registerCountryIn(getValues());
  const authority = useWatch<OnboardingForm, `${typeof business}.registration_authority`>({ name: `${business}.registration_authority` });
  const number = useWatch<OnboardingForm, `${typeof business}.registration_number`>({ name: `${business}.registration_number` });
  const rule = companyNumberRule(country);
  // One's rule hangs on the others.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when one of them changes, whichever it was.
  useEffect(() => {
    for (const name of [`${business}.registration_number`, `${business}.registration_authority`] as const) {
      const { isTouched, invalid } = getFieldState(name);
      if (isTouched || invalid) void trigger(name);
    }
  }, [country, authority, number, trigger, getFieldState]);
  return (
    <Section title="Numbers">
      <Text
        name={`${business}.registration_number`}
        label={rule ? `Company number (${rule.name})` : "Company number"}
        optional
        mono
        spellCheck={false}
        help={rule?.hint ?? (country ? "As the country's register writes it." : "Choose the registered address's country to have it checked.")}
      />
      <Text
        name={`${business}.registration_authority`}
        label={rule?.authority ? "Local court" : "Registration authority"}
        optional={!rule?.authority}
        help={rule?.authority ? "Numbers repeat from court to court, so name it: Amtsgericht München." : "Who registered it."}
      />
      <Pair>
        <Text name={`${business}.tax_registration_number`} label="Tax number" optional mono spellCheck={false} help="VAT or sales tax." />
        <Text name={`${business}.financial_registration_number`} label="Financial licence number" optional mono spellCheck={false} />
      </Pair>
    </Section>
  );
}

function OperatingAddress() {
  const { setValue } = useFormContext<OnboardingForm>();
  const elsewhere = useWatch<OnboardingForm, "operatesElsewhere">({ name: "operatesElsewhere" });
  return (
    <Section title="Operating address">
      <CheckboxField
        label="The same as the registered address"
        checked={!elsewhere}
        onChange={(event) => setValue("operatesElsewhere", !event.target.checked)}
      />
      {elsewhere && <AddressFields name={`${business}.operating_address`} />}
    </Section>
  );
}
