import type { ReactNode } from "react";

import { countryName } from "@/components/operation/country-name";
import { DescriptionList } from "@/components/ui/description-list";
import { inWords } from "@/lib/klarna/plain-words";

import type { AccountDetails, Address } from "./account-details";
import { type Live, liveValue } from "./live-value";
import { Section } from "./section";

type Business = AccountDetails["business"];

/** The merchant's business, as Klarna has it. */
export function BusinessSection({ live }: { readonly live: Live }) {
  const value = (pick: (business: Business) => string | undefined) => liveValue(live, ({ business }) => pick(business));
  return (
    <Section title="Business">
      <DescriptionList
        items={[
          { term: "Registered name", value: value(({ name }) => name) },
          { term: "Legal form", value: value(({ legalForm }) => legalForm && inWords(legalForm)) },
          { term: "Company number", value: value(({ number, authority }) => [number, authority].filter(Boolean).join(", ")) },
          { term: "Tax number", value: value(({ taxNumber }) => taxNumber) },
          { term: "Financial licence", value: value(({ financialNumber }) => financialNumber) },
          { term: "Operating address", value: <PostalAddress>{value(({ operatingAddress }) => inOneLine(operatingAddress))}</PostalAddress> },
          { term: "Registered address", value: <PostalAddress>{value(registeredAddress)}</PostalAddress> },
        ]}
      />
    </Section>
  );
}

function registeredAddress({ operatingAddress, registrationAddress }: Business): string {
  const [operating, registered] = [inOneLine(operatingAddress), inOneLine(registrationAddress)];
  return registered !== "" && registered === operating ? "Same as the operating address" : registered;
}

/** On a phone an address takes two lines; its place is kept, so that what follows doesn't move when it comes. */
function PostalAddress({ children }: { readonly children: ReactNode }) {
  return <span className="block max-sm:min-h-10">{children || <span className="text-muted">Not given</span>}</span>;
}

function inOneLine({ lines, country }: Address): string {
  return [...lines, ...(country ? [countryName(country)] : [])].join(", ");
}
