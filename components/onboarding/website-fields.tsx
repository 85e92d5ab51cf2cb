"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { AddButton, Pair, RemoveButton } from "@/components/operation/form-section";
import { FormSelectField } from "@/components/ui/form-fields";
import { Text } from "./fields";
import type { OnboardingForm } from "./form";

type WebsiteName = `channel.websites.${number}`;

export function WebsiteFields({ name }: { readonly name: WebsiteName }) {
  return (
    <>
      <Urls name={`${name}.urls`} />
      <Pair>
        <Text name={`${name}.website_name`} label="Name" optional />
        <Text name={`${name}.website_reference`} label="Reference" optional mono spellCheck={false} />
      </Pair>
      <BrandChoice name={`${name}.channel_collection_reference`} />
    </>
  );
}

/** A list of plain texts: the form library only keeps lists of objects, so adding and removing sets it whole. */
function Urls({ name }: { readonly name: `${WebsiteName}.urls` }) {
  const { setValue, setFocus, unregister } = useFormContext<OnboardingForm>();
  const urls = useWatch<OnboardingForm, typeof name>({ name });
  const setUrls = (next: string[]) => {
    // Else a shorter list would keep the end of the longer one.
    unregister(name);
    setValue(name, next, { shouldDirty: true });
  };
  return (
    <div data-entries className="grid gap-3">
      {urls.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a plain text has no other name, and the fields hold no state of their own.
        <div key={index} className="flex items-start gap-2">
          <Text
            name={`${name}.${index}`}
            label={index === 0 ? "Address" : `Address ${index + 1}`}
            type="url"
            optional
            spellCheck={false}
            placeholder="https://example.com"
            className="flex-1"
          />
          {urls.length > 1 && (
            <RemoveButton className="mt-[26px]" label={`Remove address ${index + 1}`} onRemove={() => setUrls(urls.filter((_, at) => at !== index))} />
          )}
        </div>
      ))}
      <AddButton
        onClick={() => {
          setUrls([...urls, ""]);
          requestAnimationFrame(() => setFocus(`${name}.${urls.length}`));
        }}
      >
        Add an address
      </AddButton>
    </div>
  );
}

function BrandChoice({ name }: { readonly name: `${WebsiteName}.channel_collection_reference` }) {
  const collections = useWatch<OnboardingForm, "channel.collections">({ name: "channel.collections" });
  const chosen = useWatch<OnboardingForm, typeof name>({ name });
  const references = [...new Set([...collections.map(({ collection_reference }) => collection_reference.trim()), chosen])].filter(Boolean);
  if (references.length === 0) return null;
  return <FormSelectField name={name} label="Brand" optional options={references.map((value) => ({ value, label: value }))} placeholder="None" />;
}
