import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { accountDetails } from "@/components/merchants/account-details";

describe("an account as Klarna sent it", () => {
  it("is read part by part", () => {
    const details = accountDetails({
      account_owner: { given_name: "Åsa", family_name: "von Öhman", email: "asa@blomster.example", phone: null },
      products: [{ product_id: "p1", state_context: { reason_details: "Shop closed" } }, { product_id: "p2" }],
      channel: {
        websites: [{ website_name: "Blomster", urls: ["https://blomster.example"], website_reference: "w1", channel_collection_reference: "main" }],
        collections: [
          {
            collection_reference: "main",
            support_contact: { email: "hej@blomster.example", contact_form: "https://blomster.example/hej" },
            social_media_links: [{ provider: "INSTAGRAM", url: "https://social.example/blomster" }],
          },
        ],
      },
      extra_account_data: {
        business_information: { business_name: "Blomster AB", operating_address: { postal_code: "111 34", city: "Stockholm", country: "SE" } },
      },
    });
    expect(details.owner).toEqual({ name: "Åsa von Öhman", email: "asa@blomster.example", phone: undefined });
    expect(details.business.operatingAddress).toEqual({ lines: ["111 34 Stockholm"], country: "SE" });
    expect(details.websites).toEqual([{ name: "Blomster", reference: "w1", brand: "main", urls: ["https://blomster.example"] }]);
    expect(details.brands[0]?.links).toEqual(["https://blomster.example/hej", "https://social.example/blomster"]);
    expect([...details.productNotes]).toEqual([["p1", "Shop closed"]]);
  });

  it("names a website's brand as the one is called that its id names, not by the reference that it was once tied by", () => {
    const collections = [
      { collection_id: "c1", collection_reference: "shops" },
      { collection_id: "c2", collection_reference: "outlet" },
      { collection_id: "c3" },
    ];
    const brandOf = (channel_collection_id: string | undefined) =>
      accountDetails({ channel: { collections, websites: [{ channel_collection_reference: "shops", channel_collection_id }] } }).websites[0]?.brand;
    expect(["c2", "c3", "c9", undefined].map(brandOf)).toEqual(["outlet", "c3", "shops", "shops"]);
  });

  it("never costs the page, whatever its parts are", () => {
    const odd = fc.oneof(fc.constant("•••"), fc.constant(null), fc.integer(), fc.string(), fc.array(fc.anything()), fc.object());
    const account = fc.record({
      account_owner: odd,
      products: fc.oneof(odd, fc.array(fc.record({ product_id: odd, state_context: odd }))),
      channel: fc.oneof(odd, fc.record({ websites: fc.oneof(odd, fc.array(fc.record({ urls: odd, website_name: odd }))), collections: fc.array(odd) })),
      extra_account_data: fc.oneof(odd, fc.record({ business_information: fc.record({ business_name: odd, operating_address: odd }) })),
    });
    fc.assert(
      fc.property(fc.oneof(odd, account), (answer) => {
        const { owner, business, websites, brands, productNotes } = accountDetails(answer);
        const { operatingAddress, registrationAddress, ...texts } = business;
        const all = [Object.values(owner), Object.values(texts), operatingAddress.lines, registrationAddress.lines, websites.flatMap(({ urls }) => urls)];
        for (const text of [...all.flat(), ...brands.flatMap(({ links }) => links), ...productNotes.values()])
          expect(["string", "undefined"]).toContain(typeof text);
      }),
    );
  });
});
