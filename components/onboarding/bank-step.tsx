"use client";

import { useFieldArray } from "react-hook-form";
import { yesOrNo } from "@/components/operation/choices";
import { AddButton, Entries, Entry, Pair, Section } from "@/components/operation/form-section";
import { FormSelectField } from "@/components/ui/form-fields";
import { Text } from "./fields";
import { emptyItem, type OnboardingForm } from "./form";

const settlement = "extra_account_data.settlement_information";

export function BankStep() {
  const { fields, append, remove } = useFieldArray<OnboardingForm, `${typeof settlement}.bank_accounts`>({ name: `${settlement}.bank_accounts` });
  return (
    <>
      <Section title="Payouts" description="Your payouts to the merchant. Klarna uses this to know the business, and pays nobody by it.">
        <Pair>
          <FormSelectField name={`${settlement}.settlement_enabled`} label="Payouts are enabled" optional options={yesOrNo} placeholder="Not said" />
          <Text
            name={`${settlement}.settlement_enabled_at`}
            label="Since"
            optional
            mono
            placeholder="2026-01-31"
            help="A day (from 00:00 UTC), or a moment with its zone."
          />
        </Pair>
      </Section>
      <Section title="Bank accounts" description="Where you pay the merchant out to.">
        <Entries>
          {fields.map(({ id }, index) => (
            <BankAccount key={id} name={`${settlement}.bank_accounts.${index}`} title={`Bank account ${index + 1}`} onRemove={() => remove(index)} />
          ))}
          <AddButton onClick={() => append(emptyItem.bankAccount())}>{fields.length === 0 ? "Add a bank account" : "Add another bank account"}</AddButton>
        </Entries>
      </Section>
    </>
  );
}

function BankAccount({ name, title, onRemove }: { readonly name: string; readonly title: string; readonly onRemove: () => void }) {
  return (
    <Entry title={title} removeLabel={`Remove ${title.toLowerCase()}`} onRemove={onRemove}>
      <Text
        name={`${name}.iban`}
        label="IBAN"
        mono
        spellCheck={false}
        placeholder="SE45 5000 0000 0583 9825 7466"
        help="Spaces are fine; it is sent without them."
      />
      <Pair>
        <Text name={`${name}.bic`} label="BIC" mono spellCheck={false} placeholder="NDEASESSXXX" />
        <Text name={`${name}.account_holder`} label="Account holder" optional />
      </Pair>
    </Entry>
  );
}
