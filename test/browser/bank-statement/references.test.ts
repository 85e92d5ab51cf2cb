import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { possibleReferences, referencesOfEntry } from "@/lib/desk/bank-statement/references";

test("of a text only what may be a reference leaves the browser", () => {
  expect(possibleReferences("Betalning fr\u00e5n Klarna Bank AB, ref XD65-113574395 / Anna Andersson")).toEqual(["XD65-113574395", "113574395"]);
  expect(possibleReferences("SE4550000000058398257466 2026-11-20 OCR 12")).toEqual([]);
});

describe("a code of eight capitals", () => {
  const possible = (text: string) => possibleReferences(text).join(" ");

  test("may be a reference with any number of digits, for Klarna makes them without looking", () => {
    expect(possible("KLARNA BANK AB XISA93DJ")).toBe("XISA93DJ");
    expect(possible("KLARNA BANK AB XISAQ3DJ")).toBe("XISAQ3DJ");
    expect(possible("KLARNA BANK AB XISAQKDJ")).toBe("XISAQKDJ");
    expect(possible("Betalning XISAQ3DJ")).toBe("XISAQ3DJ");
    expect(possible("Klarna XD65-XISAQKDJ")).toBe("XD65-XISAQKDJ XISAQKDJ");
  });

  test("may be typed in small letters, where it has a digit", () => {
    expect(possible("klarna bank ab xisaq3dj")).toBe("xisaq3dj");
    expect(possible("klarna bank ab xisaqkdj")).toBe("");
  });

  test("is found whatever its letters are, as long as its text is of Klarna's", () => {
    const letters = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    fc.assert(
      fc.property(fc.array(letters, { minLength: 8, maxLength: 8 }), (code) => {
        expect(possibleReferences(`KLARNA ${code.join("")} utbetalning`)).toEqual([code.join("")]);
        expect(referencesOfEntry(code.join(""))).toEqual([code.join("")]);
      }),
    );
  });

  test("without a digit may be somebody's name, and then stays in the browser, unless nothing stands beside it", () => {
    expect(possible("LÖN TILL ANNA LINDBERG")).toBe("");
    expect(possible("2026-11-20 · XISAQKDJ · BG 5050")).toBe("XISAQKDJ");
    expect(possible("Klarna Utbetaln lindberg LINDBERGS")).toBe("");
  });
});

test("an entry of a list is asked for as it is, whatever it is made of; an account number isn't", () => {
  for (const entry of ["AB", "xisaqkdj", "Ref/77:B", "ÅÄÖ", "x".repeat(64)]) expect(referencesOfEntry(` ${entry} `)).toEqual([entry]);
  expect(referencesOfEntry("XD65-113574395")).toEqual(["XD65-113574395", "113574395"]);
  for (const entry of ["SE4550000000058398257466", "2026-11-20", "x".repeat(65), "nothing of theirs", "\u0000"]) expect(referencesOfEntry(entry)).toEqual([]);
  expect(referencesOfEntry("from Klarna: XISAQKDJ")).toEqual(["XISAQKDJ"]);
});
