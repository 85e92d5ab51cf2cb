"use client";

import { useWatch } from "react-hook-form";
import { countryOptions } from "@/components/operation/countries";
import { Pair } from "@/components/operation/form-section";
import { addressWords, regionOptions } from "@/components/operation/regions";
import { FormCombobox } from "@/components/ui/form-combobox";
import { FormSelectField } from "@/components/ui/form-fields";
import { Text } from "./fields";

/** A postal address; its country comes first, since it decides how the rest is written. */
export function AddressFields({ name }: { readonly name: string }) {
  const country = String(useWatch({ name: `${name}.country` }) ?? "").toUpperCase();
  const words = addressWords(country);
  const region = String(useWatch({ name: `${name}.region` }) ?? "");
  const regions = regionOptions(country);
  // What was chosen for another country, or came with a copy, is shown as it is: it would be sent.
  const options =
    regions && region && !regions.some(({ value }) => value === region) ? [...regions, { value: region, label: `${region} (as given)` }] : regions;
  return (
    <>
      <FormCombobox name={`${name}.country`} label="Country" optional options={countryOptions} placeholder="Type to search" />
      <Text name={`${name}.street_address`} label="Street and number" optional />
      <Text name={`${name}.street_address2`} label="Floor, suite, c/o" optional />
      <Pair>
        <Text name={`${name}.postal_code`} label={words.postalCode} optional spellCheck={false} />
        <Text name={`${name}.city`} label="City" optional />
      </Pair>
      {options ? (
        <FormSelectField name={`${name}.region`} label={words.region} optional options={options} placeholder={`Choose a ${words.region.toLowerCase()}`} />
      ) : (
        <Text name={`${name}.region`} label={words.region} optional />
      )}
    </>
  );
}
