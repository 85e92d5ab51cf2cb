"use client";

import { useFieldArray, useWatch } from "react-hook-form";
import { AddButton, Entries, Entry, Section } from "@/components/operation/form-section";
import { BrandFields } from "./brand-fields";
import { emptyItem, type OnboardingForm } from "./form";
import { WebsiteFields } from "./website-fields";

export function BrandStep() {
  const brands = useFieldArray<OnboardingForm, "channel.collections">({ name: "channel.collections" });
  const websites = useFieldArray<OnboardingForm, "channel.websites">({ name: "channel.websites" });
  const { collections, websites: sites } = useWatch<OnboardingForm, "channel">({ name: "channel" });
  return (
    <>
      <Section title="Brands" description="What a set of websites shares: pictures, support, social media. Shoppers see it.">
        <Entries>
          {brands.fields.map(({ id }, index) => {
            const title = collections[index]?.collection_reference.trim() || `Brand ${index + 1}`;
            return (
              <Entry key={id} title={title} removeLabel={`Remove ${title}`} onRemove={() => brands.remove(index)}>
                <BrandFields name={`channel.collections.${index}`} />
              </Entry>
            );
          })}
          <AddButton onClick={() => brands.append(emptyItem.collection())}>{brands.fields.length === 0 ? "Add a brand" : "Add another brand"}</AddButton>
        </Entries>
      </Section>
      <Section title="Websites" description="Where the merchant sells.">
        <Entries>
          {websites.fields.map(({ id }, index) => {
            const title = sites[index]?.website_name.trim() || `Website ${index + 1}`;
            return (
              <Entry key={id} title={title} removeLabel={`Remove ${title}`} onRemove={() => websites.remove(index)}>
                <WebsiteFields name={`channel.websites.${index}`} />
              </Entry>
            );
          })}
          <AddButton onClick={() => websites.append(emptyItem.website())}>{websites.fields.length === 0 ? "Add a website" : "Add another website"}</AddButton>
        </Entries>
      </Section>
    </>
  );
}
