import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { decimalMark, exactAmount } from "@/lib/desk/bank-statement/amount";
import { readBankStatement } from "@/lib/desk/bank-statement/statement";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("amounts as banks write them", () => {
  test("are read by the mark that the column shows", () => {
    expect(decimalMark(["1.234", "1.234,50"])).toBe(",");
    expect(decimalMark(["1,234.50", "7"])).toBe(".");
    expect(decimalMark(["1.234", "7"])).toBeUndefined();
    const read = (text: string) => exactAmount(text, decimalMark([text]));
    expect(["1 234,50 kr", "SEK 1,234.50", "(12.50)", "12,50-", "\u22127,5", "1'234.50", "1\u00a0234,50", "€12.00", "007.10"].map(read)).toEqual([
      "1234.50",
      "1234.50",
      "-12.50",
      "-12.50",
      "-7.5",
      "1234.50",
      "1234.50",
      "12.00",
      "7.10",
    ]);
    expect(["", "abc", "1.2.3,4,5", "12-11-2026"].map(read)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("are read beside whatever a country writes for its money, and beside the word for which way it went", () => {
    const read = (text: string) => exactAmount(text, decimalMark([text]));
    const plain = [
      "1 234,50 z\u0142",
      "1 234,50 K\u010d",
      "1 234,50 Kc\u030c",
      "1 234,50 Ft",
      "1.234,50 Lei",
      "1 234,50\u00a0\u043b\u0432.",
      "z\u0142 1 234,50",
    ];
    for (const text of plain) expect(read(text), text).toBe("1234.50");
    for (const text of ["1,234.50 CR", "1,234.50CR", "CR 1,234.50", "1,234.50 Cr.", "1,234.50 EUR CR"]) expect(read(text), text).toBe("1234.50");
    const out = [
      "1,234.50 DR",
      "1,234.50DR",
      "DR 1,234.50",
      "1,234.50 EUR DR",
      "-1,234.50 DR",
      "(1,234.50) DR",
      "1234,50-",
      "1 234,50- z\u0142",
      "1 234,50 z\u0142-",
    ];
    for (const text of out) expect(read(text), text).toBe("-1234.50");
    expect(read("0.00 DR")).toBe("0.00");
    expect(read("12 Nov")).toBeUndefined();
  });

  test("are read by their own mark first, where lines of several banks stand below each other", () => {
    const amounts = (text: string) => {
      const statement = readBankStatement(utf8(text));
      return statement.kind === "unreadable" ? [] : statement.lines.map(({ amount }) => amount);
    };
    for (const mark of [" ", "\t"])
      expect(amounts(["XPYKR01E", "XPXDF01F", "XPXDF02F"].map((code, at) => code + mark + ["1 441,88", "16,917.99", "71736,04"][at]).join("\n"))).toEqual([
        "1441.88",
        "16917.99",
        "71736.04",
      ]);
    expect(["1.234", "5,00"].map((text) => exactAmount(text, ","))).toEqual(["1234", "5.00"]);
  });

  test("any amount, however it is grouped and marked, is read to the cent", () => {
    const styles = [
      { group: ".", mark: "," },
      { group: ",", mark: "." },
      { group: " ", mark: "," },
      { group: "'", mark: "." },
    ] as const;
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999n }), fc.constantFrom(...styles), fc.boolean(), (cents, { group, mark }, out) => {
        const whole = (cents / 100n).toString();
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
        const decimals = (cents % 100n).toString().padStart(2, "0");
        const exact = `${out && cents > 0n ? "-" : ""}${whole}.${decimals}`;
        expect(exactAmount(`${out ? "-" : ""}${grouped}${mark}${decimals}`, decimalMark([`${grouped}${mark}${decimals}`]))).toBe(exact);
      }),
    );
  });
});
