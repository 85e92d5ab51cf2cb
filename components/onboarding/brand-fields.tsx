"use client";

import { useFieldArray } from "react-hook-form";
import { AddButton, Pair, RemoveButton } from "@/components/operation/form-section";
import { Text } from "./fields";
import { emptyItem, type OnboardingForm } from "./form";

type BrandName = `channel.collections.${number}`;

export function BrandFields({ name }: { readonly name: BrandName }) {
  return (
    <>
      <Text name={`${name}.collection_reference`} label="Reference" optional mono spellCheck={false} help="Websites are tied to the brand by it." />
      <Pair>
        <Text name={`${name}.branding.logo_url`} label="Logo" type="url" optional spellCheck={false} placeholder="https://example.com/logo.png" />
        <Text name={`${name}.branding.icon_url`} label="Icon" type="url" optional spellCheck={false} placeholder="https://example.com/icon.png" />
      </Pair>
      <Text name={`${name}.branding.feature_image_url`} label="Feature image" type="url" optional spellCheck={false} />
      <Pair>
        <Text name={`${name}.support_contact.email`} label="Support e-mail" type="email" optional spellCheck={false} />
        <Text name={`${name}.support_contact.phone`} label="Support phone" type="tel" optional placeholder="+46 8 123 45 67" />
      </Pair>
      <Text
        name={`${name}.support_contact.contact_form`}
        label="Contact form"
        type="url"
        optional
        spellCheck={false}
        placeholder="https://example.com/contact"
      />
      <SocialMediaLinks name={`${name}.social_media_links`} />
    </>
  );
}

function SocialMediaLinks({ name }: { readonly name: `${BrandName}.social_media_links` }) {
  const { fields, append, remove } = useFieldArray<OnboardingForm, typeof name>({ name });
  return (
    <fieldset data-entries className="grid min-w-0 gap-3">
      <legend className="mb-2 font-medium">Social media</legend>
      {fields.map(({ id }, index) => (
        <div key={id} className="grid items-start gap-3 max-sm:border-b max-sm:pb-3 sm:grid-cols-[10rem_minmax(0,1fr)_auto]">
          <Text name={`${name}.${index}.provider`} label="Network" optional placeholder="INSTAGRAM" />
          <Text name={`${name}.${index}.url`} label="Address" type="url" optional spellCheck={false} />
          <RemoveButton className="sm:mt-[26px]" label={`Remove social media link ${index + 1}`} onRemove={() => remove(index)} />
        </div>
      ))}
      <AddButton onClick={() => append(emptyItem.socialMediaLink())}>Add a link</AddButton>
    </fieldset>
  );
}
