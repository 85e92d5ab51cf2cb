"use client";

import { BrandPictures } from "./brand-pictures";
import { FilePage } from "./file-page";
import { FileSection } from "./file-section";
import { PartList } from "./part-list";

/** Where the merchant sells, and the brands that shoppers see there. */
export function ChannelPage({ pictures }: { readonly pictures: boolean }) {
  return (
    <FilePage>
      <FileSection title="Websites">{() => <PartList resource="websites" acts={["update"]} none="Klarna knows no website of this merchant." />}</FileSection>
      <FileSection title="Brands" description="What the websites of a brand share: its pictures, its support and its social media.">
        {() => (
          <PartList
            resource="collections"
            acts={["update"]}
            none="Klarna knows no brand of this merchant."
            under={(fields) => <BrandPictures branding={fields.branding} shown={pictures} />}
          />
        )}
      </FileSection>
    </FilePage>
  );
}
