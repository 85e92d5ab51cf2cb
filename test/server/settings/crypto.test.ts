import fc from "fast-check";
import { expect, test } from "vitest";

import { keyedHash, seal, unseal } from "@/lib/server/crypto";

import { noKlarna, withDesk } from "../harness/desk";

withDesk(noKlarna);

const anyText = fc.string({ unit: "binary", maxLength: 200 });

test("what is sealed for a place is read there, and looks different each time", () => {
  fc.assert(
    fc.property(fc.string(), anyText, (place, text) => {
      expect(unseal(place, seal(place, text))).toBe(text);
      expect(seal(place, text).equals(seal(place, text))).toBe(false);
    }),
  );
});

test("it can't be read in another place: a value copied to another row, column or table is worth nothing", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), anyText, (place, other, text) => {
      fc.pre(place !== other);
      expect(() => unseal(other, seal(place, text))).toThrow();
    }),
  );
});

test("a single bit that differs, anywhere, and it isn't read", () => {
  const sealed = seal("drafts.content 1", "the text of a draft");
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const flipped = Buffer.from(sealed);
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(() => unseal("drafts.content 1", flipped), `bit ${bit}`).toThrow();
  }
  for (let length = 0; length < sealed.length; length += 1) expect(() => unseal("drafts.content 1", sealed.subarray(0, length))).toThrow();
});

test("the text is not in the bytes", () => {
  expect(seal("x", "Canaria Singvogel").includes("Canaria")).toBe(false);
});

test("a keyed hash is the same for the same value and use, and another for any other", () => {
  expect(keyedHash("iban test", "SE1").equals(keyedHash("iban test", "SE1"))).toBe(true);
  expect(keyedHash("iban test", "SE1").equals(keyedHash("iban live", "SE1"))).toBe(false);
  // Where a use ends and a value begins can't be moved.
  expect(keyedHash("iban", " testSE1").equals(keyedHash("iban test", "SE1"))).toBe(false);
});
