import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { compare, differences } from "./compared";

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant("•••"));
const anything = fc.oneof(leaf, fc.array(fc.anything()), fc.object());
const website = fc.record({
  urls: fc.array(fc.constantFrom("https://a.example", "https://b.example")),
  website_reference: fc.option(fc.constantFrom("x", "y")),
});
const anyAccount = fc.oneof(
  anything,
  fc.record({
    account_name: anything,
    state: anything,
    state_reason: anything,
    later_field: anything,
    products: fc.oneof(anything, fc.array(fc.oneof(anything, fc.record({ type: anything, state: anything })))),
    channel: fc.oneof(anything, fc.record({ websites: fc.array(fc.oneof(website, anything)), collections: anything, later: anything })),
    extra_account_data: fc.oneof(anything, fc.record({ business_information: anything, beneficiary_information: anything, settlement_information: anything })),
  }),
);

describe("whatever Klarna sends", () => {
  it("is compared without a fault, has a verdict, and differs in nothing from itself", () => {
    fc.assert(
      fc.property(anyAccount, anyAccount, (left, right) => {
        for (const section of compare(left, right))
          for (const part of section.parts) expect(new Set(part.rows.map(({ path }) => path)).size).toBe(part.rows.length);
        expect(differences(compare(left, structuredClone(left)))).toEqual([]);
      }),
    );
  });

  it("differs in as much from left to right as from right to left", () => {
    fc.assert(
      fc.property(fc.array(website), fc.array(website), anything, anything, (ours, theirs, one, other) => {
        const [left, right] = [
          { channel: { websites: ours.slice(0, 1) }, later: one },
          { channel: { websites: theirs.slice(0, 1) }, later: other },
        ];
        const flipped = differences(compare(right, left)).map((line) => line.replace(/: (.*) \| (.*)$/s, ": $2 | $1"));
        expect(flipped.length).toBe(differences(compare(left, right)).length);
      }),
    );
  });

  it("is shown: no text of either side is lost, but people's", () => {
    const text = fc.stringMatching(/^[a-z]{4,12}$/);
    const nested = fc.dictionary(fc.constantFrom("one", "two", "three"), fc.oneof(text, fc.array(text), fc.dictionary(fc.constantFrom("four", "five"), text)));
    fc.assert(
      fc.property(fc.record({ later: nested, channel: fc.record({ websites: fc.array(nested), later: nested }), extra_account_data: nested }), (sent) => {
        const shown = JSON.stringify(compare(sent, {}));
        for (const value of JSON.stringify(sent).match(/(?<=:\[?|,)"[a-z]{4,12}"(?!:)/g) ?? []) expect(shown).toContain(value.slice(1, -1));
      }),
    );
  });
});
