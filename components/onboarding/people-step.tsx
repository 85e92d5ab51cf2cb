"use client";

import { useEffect, useState } from "react";
import { get, useFieldArray, useFormState, useWatch } from "react-hook-form";
import { countryOptions } from "@/components/operation/countries";
import { AddButton, Entries, Entry, Pair } from "@/components/operation/form-section";
import { RolesField } from "@/components/operation/roles-field";
import { FormCombobox } from "@/components/ui/form-combobox";
import { Notice } from "@/components/ui/notice";
import { peopleGaps } from "@/lib/klarna/people-gaps";

import { AddressFields } from "./address-fields";
import { Text } from "./fields";
import { emptyItem, type OnboardingForm } from "./form";
import { isFilled } from "./form-path";

const people = "extra_account_data.beneficiary_information.stakeholders";
const entity = "extra_account_data.business_information.business_entity_type";

export function PeopleStep() {
  const { fields, append, remove } = useFieldArray<OnboardingForm, typeof people>({ name: people });
  return (
    <Entries>
      <Gaps />
      {fields.map(({ id }, index) => (
        <Person key={id} index={index} onRemove={() => remove(index)} />
      ))}
      <AddButton onClick={() => append(emptyItem.person())}>{fields.length === 0 ? "Add a person" : "Add another person"}</AddButton>
    </Entries>
  );
}

/** What looks unusual about the people; which of them must be there is a matter of the contract, so it never blocks. */
function Gaps() {
  const given = useWatch<OnboardingForm, typeof people>({ name: people }).filter(isFilled);
  const entityType = useWatch<OnboardingForm, typeof entity>({ name: entity });
  return peopleGaps(given, entityType).map(({ code, title, advice }) => (
    <Notice key={code} tone="info" title={title}>
      {advice} You can go on without.
    </Notice>
  ));
}

function Person({ index, onRemove }: { readonly index: number; readonly onRemove: () => void }) {
  const name = `${people}.${index}` as const;
  const given = useWatch<OnboardingForm, `${typeof people}.${number}`>({ name });
  const title = [given?.given_name, given?.family_name].filter((part) => part?.trim()).join(" ") || `Person ${index + 1}`;
  return (
    <Entry title={title} removeLabel={`Remove ${title}`} onRemove={onRemove}>
      <Pair>
        <Text name={`${name}.given_name`} label="Given name" optional />
        <Text name={`${name}.family_name`} label="Family name" optional />
      </Pair>
      <RolesField name={`${name}.roles`} />
      <Text name={`${name}.date_of_birth`} label="Date of birth" optional mono placeholder="YYYY-MM-DD" />
      <Pair>
        <FormCombobox name={`${name}.national_identification.country`} label="National id of" optional options={countryOptions} placeholder="Type to search" />
        <Text name={`${name}.national_identification.number`} label="National id" optional mono spellCheck={false} help="As the country writes it." />
      </Pair>
      <HomeAddress name={`${name}.address`} />
    </Entry>
  );
}

/** Opens for what stands in it or is wrong with it, and never closes under whoever empties it. */
function HomeAddress({ name }: { readonly name: `${typeof people}.${number}.address` }) {
  const filled = isFilled(useWatch<OnboardingForm, typeof name>({ name }));
  const wrong = get(useFormState({ name }).errors, name) !== undefined;
  const [open, setOpen] = useState(filled);
  useEffect(() => {
    if (filled || wrong) setOpen(true);
  }, [filled, wrong]);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)} className="group/address">
      <summary className="w-fit rounded-sm py-1 font-medium text-accent-ink">Home address</summary>
      <div className="mt-3 grid gap-4">
        <AddressFields name={name} />
      </div>
    </details>
  );
}
