// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { dateOrder, isoDate } from "@/lib/desk/bank-statement/date";
import { readBankStatement } from "@/lib/desk/bank-statement/statement";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("a bank's table", () => {
  test("is read with any separator, with the lines that banks put before the header", () => {
    for (const separator of [";", ",", "\t", "|"]) {
      const rows = [
        ["Konto", "Privat"],
        ["Bokföringsdag", "Text", "Belopp", "Saldo"],
        ["2026-11-20", "KLARNA XD65-113574395", '"1 234,50"', '"9 000,00"'],
        ["2026-11-21", "Hyra", '"-8 000,00"', '"1 000,00"'],
      ];
      const statement = readBankStatement(utf8(rows.map((cells) => cells.join(separator)).join("\r\n")));
      expect(statement).toMatchObject({
        kind: "table",
        unclear: [],
        lines: [
          { line: 3, date: "2026-11-20", amount: "1234.50", text: expect.stringContaining("XD65-113574395") },
          { line: 4, date: "2026-11-21", amount: "-8000.00" },
        ],
      });
    }
  });

  test("is read in Windows' Latin too, as older banks write it", () => {
    const statement = readBankStatement(latin1("Datum;Empf\u00e4nger;Betrag;W\u00e4hrung\n20.11.2026;Klarna Auszahlung M\u00fcller 113574395;1.234,50;EUR\n"));
    expect(statement).toMatchObject({ lines: [{ date: "2026-11-20", amount: "1234.50", currency: "EUR", text: expect.stringContaining("M\u00fcller") }] });
  });

  test("with a column for what came in and one for what went out is one of amounts", () => {
    const statement = readBankStatement(utf8("Date,Description,Paid out,Paid in\n01/12/2026,KLARNA 113574395,,50.00\n02/12/2026,Rent,20.00,\n"));
    expect(statement).toMatchObject({ lines: [{ date: "2026-12-01", amount: "50.00" }, { amount: "-20.00" }] });
  });

  test("without a header is understood by what stands in it, and what isn't clear is said", () => {
    expect(readBankStatement(utf8("2026-11-20;KLARNA 113574395;50,00\n2026-11-21;X;7,00\n"))).toMatchObject({
      unclear: [],
      lines: [{ amount: "50.00" }, { amount: "7.00" }],
    });
    expect(readBankStatement(utf8("a;KLARNA 113574395;x\nb;X;y\nc;X;z\n"))).toMatchObject({
      unclear: ["amount", "date"],
      lines: [{ text: "a · KLARNA 113574395 · x" }, {}, {}],
    });
  });

  test("has its amounts where amounts stand, not where a name only begins like that of an amount", () => {
    const read = (...rows: string[]) => readBankStatement(utf8(rows.join("\n")));
    const ofCommerzbank = read(
      "Buchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;W\u00e4hrung",
      "20.11.2026;20.11.2026;Gutschrift;Klarna XD65-113574402;1.234,50;EUR",
    );
    expect(ofCommerzbank).toMatchObject({ unclear: [], lines: [{ amount: "1234.50", currency: "EUR", text: expect.stringContaining("Gutschrift") }] });
    const ofDkb = read("Buchungsdatum;Verwendungszweck;Umsatztyp;Betrag (\u20ac)", "20.11.26;Klarna 113574402;Eingang;5,00 \u20ac");
    expect(ofDkb).toMatchObject({ unclear: [], lines: [{ amount: "5.00" }] });
    expect(read("Date;Amount type;Text;Amount", "2026-11-20;CARD;Klarna 113574402;5.00")).toMatchObject({ unclear: [], lines: [{ amount: "5.00" }] });
    expect(read("Date;Amount;Text", "2026-11-20;large;Klarna 113574402")).toMatchObject({ unclear: ["amount"] });
  });

  test("of which a person has chosen a column of amounts that holds none asks again", () => {
    const statement = readBankStatement(utf8("Date;Text;Sum total\n2026-11-20;Klarna 113574402;5.00\n"), { amount: 1 });
    expect(statement).toMatchObject({ unclear: ["amount"] });
  });

  test("without columns is a list, of references that somebody pasted for instance", () => {
    expect(readBankStatement(utf8("XD65-113574395\n\n113574396\n"))).toEqual({
      kind: "list",
      lines: [
        { line: 1, text: "XD65-113574395" },
        { line: 3, text: "113574396" },
      ],
    });
  });

  test("of references that stand several on a line is a list, however they are separated; numbers in columns are a table, as they may be amounts", () => {
    for (const pasted of ["XISAQ3DJ, XISAQKDJ,113574395", "XISAQ3DJ XISAQKDJ\t113574395", "XISAQ3DJ;XISAQKDJ;113574395"])
      expect(readBankStatement(utf8(pasted))).toEqual({
        kind: "list",
        lines: [
          { line: 1, text: "XISAQ3DJ" },
          { line: 2, text: "XISAQKDJ" },
          { line: 3, text: "113574395" },
        ],
      });
    expect(readBankStatement(utf8("XISAQ3DJ,XISAQKDJ\nXISAQ4DJ,\n"))).toMatchObject({ kind: "list", lines: [{}, {}, { line: 3, text: "XISAQ4DJ" }] });
    expect(readBankStatement(utf8("XISAQ3DJ,XISAQKDJ\nXISAQ4DJ\nXISAQ5DJ"))).toMatchObject({
      kind: "list",
      lines: [{}, { text: "XISAQKDJ" }, {}, { line: 4 }],
    });
    expect(readBankStatement(utf8("113574395;100000\n113574396;200000\n"))).toMatchObject({ kind: "table", lines: [{}, {}] });
    expect(readBankStatement(utf8("XISAQ3DJ;50,00\n"))).toMatchObject({ kind: "table", lines: [{ amount: "50.00" }] });
  });

  test("that is none gets a sentence", () => {
    for (const bytes of [utf8(""), utf8("%PDF-1.7 …"), Uint8Array.from([80, 75, 3, 4, 0, 0]), utf8("<html><body>Sign in</body></html>")])
      expect(readBankStatement(bytes)).toMatchObject({ kind: "unreadable", reason: expect.stringMatching(/\.$/) });
  });

  test("whatever is in a file, reading it never fails", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        readBankStatement(bytes);
      }),
    );
  });
});

test("days are read as any of the column shows which comes first", () => {
  expect(dateOrder(["11/20/2026", "01/02/2026"])).toBe("month-first");
  expect(dateOrder(["01/02/2026"])).toBe("day-first");
  expect(isoDate("01.02.2026", "day-first")).toBe("2026-02-01");
  expect(isoDate("1/2/26", "month-first")).toBe("2026-01-02");
  expect(isoDate("20261120", "day-first")).toBe("2026-11-20");
  expect(isoDate("31.02.2026", "day-first")).toBeUndefined();
});
