import type { DirectoryMerchant } from "@/lib/desk/merchant";

import type { AccountDetails } from "./account-details";
import type { Live } from "./live-value";
import { OutsideLink } from "./outside-link";
import { Section } from "./section";

export interface ChannelSectionProps {
  readonly merchant: DirectoryMerchant;
  readonly live: Live;
}

/** Where the merchant sells, and the brands that shoppers see there. Websites come from the directory at once, the rest from Klarna. */
export function ChannelSection({ merchant, live: { details } }: ChannelSectionProps) {
  const websites =
    details?.websites ?? merchant.websites?.map(({ website_name: name, urls }) => ({ name, urls, reference: undefined, brand: undefined })) ?? [];
  return (
    <Section title="Websites and brands">
      {websites.length === 0 && (
        <p className="py-2 text-muted">{details || merchant.websites ? "Klarna knows no website of this merchant." : "Not read yet."}</p>
      )}
      <ul>
        {websites.map((website, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the directory keeps no ids of websites, and nothing in a row has a state.
          <Website key={index} website={website} />
        ))}
      </ul>
      {details?.brands.map((brand, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <Brand key={index} brand={brand} />
      ))}
    </Section>
  );
}

function Website({ website: { name, reference, brand, urls } }: { readonly website: AccountDetails["websites"][number] }) {
  return (
    <li className="border-b py-2 last:border-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="wrap-anywhere min-w-0 font-medium">{name ?? "Website"}</span>
        <Small>{[reference, brand && `brand ${brand}`].filter(Boolean).join(" · ")}</Small>
      </p>
      <Urls urls={urls} />
    </li>
  );
}

function Brand({ brand: { reference, email, phone, links } }: { readonly brand: AccountDetails["brands"][number] }) {
  return (
    <div className="border-t py-2">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">Brand</span>
        <Small>{reference}</Small>
      </p>
      {(email || phone) && <p className="wrap-anywhere">Support: {[email, phone].filter(Boolean).join(", ")}</p>}
      <Urls urls={links} />
    </div>
  );
}

function Urls({ urls }: { readonly urls: readonly string[] }) {
  return (
    <ul className="grid">
      {[...new Set(urls)].map((url) => (
        <li key={url}>
          <OutsideLink url={url} />
        </li>
      ))}
    </ul>
  );
}

function Small({ children }: { readonly children: string | undefined }) {
  return children ? <span className="wrap-anywhere min-w-0 font-mono text-muted text-xs">{children}</span> : null;
}
