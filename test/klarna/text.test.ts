import fc from "fast-check";
import { expect, test } from "vitest";

import { choice, filled, text } from "@/lib/klarna/text";
import { objection } from "./issues";

test("takes printable Unicode of any script", () => {
  for (const value of ["", "Bäckerei Süß & Söhne", "寿司屋", "مقهى", "👩‍🍳 Café", "<not> html"]) expect(objection(text(), value)).toBeUndefined();
});

test("refuses what can't be printed", () => {
  for (const value of ["a\tb", "a\nb", "a\r\nb", "a\u0000b", "a\u007fb", "a\u0085b", "a\u2028b", "a\u2029b", "a\ud800b", "\udc00"]) {
    expect(objection(text(), value), JSON.stringify(value)).toMatch(/can't be printed/);
  }
});

test("takes a text exactly when every character of it can be printed", () => {
  const codeUnits = fc.array(fc.oneof(fc.integer({ min: 0, max: 0x2100 }), fc.integer({ min: 0xd700, max: 0xffff })), { maxLength: 6 });
  const unprintable = (unit: number) => unit < 0x20 || (unit >= 0x7f && unit <= 0x9f) || unit === 0x2028 || unit === 0x2029;
  const survivesUtf8 = (value: string) => Buffer.from(value).toString() === value;
  fc.assert(
    fc.property(codeUnits, (units) => {
      const value = String.fromCharCode(...units);
      return text().safeParse(value).success === (survivesUtf8(value) && !units.some(unprintable));
    }),
    { numRuns: 500 },
  );
});

test("counts characters, not the halves that some are stored in", () => {
  expect(objection(text(), "x".repeat(255))).toBeUndefined();
  expect(objection(text(), "x".repeat(256))).toBe("At most 255 characters");
  expect(objection(text(80), "🥐".repeat(80))).toBeUndefined();
  expect(objection(text(80), "🥐".repeat(81))).toBe("At most 80 characters");
});

test("asks for a text where one is needed", () => {
  for (const value of [undefined, "", "   "]) expect(objection(filled(), value)).toBe("Fill this in");
  for (const value of [null, 7, {}, ["a"]]) expect(objection(filled(), value)).toBe("This must be text");
});

test("names the choices", () => {
  expect(objection(choice(["FRAUD", "VOLUNTARY"]), "BOREDOM")).toBe("Choose one of FRAUD, VOLUNTARY");
  expect(objection(choice(["FRAUD", "VOLUNTARY"]), "")).toBe("Choose one");
  expect(objection(choice(["IBAN"]), undefined)).toBe("Choose IBAN");
});
