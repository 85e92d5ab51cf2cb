"use client";

import { useWatch } from "react-hook-form";
import { FailedRead } from "@/components/operation/failed-read";
import { Section } from "@/components/operation/form-section";
import { useFailure } from "@/components/operation/use-failure";
import { FormCombobox } from "@/components/ui/form-combobox";
import { FormSelectField } from "@/components/ui/form-fields";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { MerchantCategory } from "@/lib/desk/check";
import { send } from "@/lib/query/send";
import type { OnboardingForm } from "./form";
import { useCategoryName, useProfiles } from "./use-product-names";

export function ProductStep() {
  return (
    <Section title="Klarna payments" description="The product that the merchant gets. It can take payments as soon as it is onboarded.">
      <ProfileField />
      <CategoryField />
    </Section>
  );
}

function ProfileField() {
  const name = "products.0.distribution_profile_id";
  const chosen = useWatch<OnboardingForm, typeof name>({ name });
  const read = useProfiles();
  const { data, isPending, refetch } = read;
  const problem = useFailure(read);
  if (isPending && !problem) return <LinesSkeleton lines={2} />;
  const known = (data ?? []).map((profile) => ({ value: profile.distribution_profile_id, label: profile.name ?? profile.distribution_profile_id }));
  // What a draft holds is shown even if Klarna doesn't name it (any more).
  const options = chosen === "" || known.some(({ value }) => value === chosen) ? known : [...known, { value: chosen, label: chosen }];
  return (
    <>
      {problem && <FailedRead title="Klarna's profiles couldn't be read" problem={problem} refetch={refetch} />}
      <FormSelectField
        name={name}
        label="Distribution profile"
        options={options}
        placeholder="Choose a profile"
        help={
          data?.find((profile) => profile.distribution_profile_id === chosen)?.description ??
          "Klarna sets profiles up for you: each carries a price plan and a program plan."
        }
      />
    </>
  );
}

function CategoryField() {
  const name = "products.0.merchant_category_code";
  const code = useWatch<OnboardingForm, typeof name>({ name });
  const category = useCategoryName(code);
  return (
    <FormCombobox
      name={name}
      label="Merchant category"
      options={searchCategories}
      valueLabel={category}
      placeholder="Type a word or a code: shoes, 5661"
      help="What the merchant sells, as the card schemes class it."
    />
  );
}

async function searchCategories(q: string, signal: AbortSignal) {
  const found = await send<readonly MerchantCategory[]>("/api/desk/categories", { search: { q: q.slice(0, 100) }, signal });
  return found.map(({ code, name }) => ({ value: code, label: name, detail: code }));
}
