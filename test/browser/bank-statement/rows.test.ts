import { expect, test } from "vitest";

import { readBankStatement } from "@/lib/desk/bank-statement/statement";

const utf8 = new TextEncoder();
const read = (...rows: string[]) => readBankStatement(utf8.encode(rows.join("\n")));

test("a table is read with the rarer separators too, on which all of its lines agree", () => {
  for (const mark of ["^", "~", ":"])
    for (const [first, second] of [
      ["1.234,50", "5,00"],
      ["1,234.50", "5.00"],
      ["1234.50", "5.00"],
    ] as const) {
      const rows = [
        ["20.11.2026", "KLARNA XD65-113574402", first],
        ["21.11.2026", "KLARNA XD65-113574403", second],
      ];
      const parted = [["Date", "Text", "Amount"], ...rows].map((cells) => cells.join(mark));
      for (const lines of [parted, parted.slice(1)])
        expect(read(...lines), lines.join("\n")).toMatchObject({
          unclear: [],
          lines: [
            { date: "2026-11-20", amount: "1234.50", text: "KLARNA XD65-113574402" },
            { date: "2026-11-21", amount: "5.00" },
          ],
        });
    }
});

test("a time of day parts nothing, nor does a colon in a text or a list", () => {
  expect(read("2026-11-20;10:15;Klarna: XD65-113574402;5,00", "2026-11-21;11:20;Klarna: XD65-113574403;7,00")).toMatchObject({
    kind: "table",
    lines: [{ date: "2026-11-20", amount: "5.00", text: "10:15 \u00b7 Klarna: XD65-113574402" }, { amount: "7.00" }],
  });
  expect(read("Time;Amount", "10:15;5,00", "11:20;7,00")).toMatchObject({ lines: [{ amount: "5.00", text: "10:15" }, { amount: "7.00" }] });
  for (const entries of [
    ["20.11.2026: XD65-113574402", "21.11.2026: XD65-113574403"],
    ["IBAN: DE89370400440532013000", "IBAN: DE02120300000000202051"],
    ["Klarna 10:15", "Klarna 11:20"],
    ["Klarna~113574402", "Klarna~113574403"],
  ])
    expect(read(...entries)).toMatchObject({ kind: "list", lines: entries.map((text) => ({ text })) });
});

test("a comma within an amount parts nothing, whatever stands between amounts and references", () => {
  const lines = [{ amount: "1441.88" }, { amount: "16917.99" }];
  for (const mark of ["\t", ";", "|", ",", " ", ", "])
    for (const [first, second] of [
      ["1,441.88", "16,917.99"],
      ["EUR 1,441.88", "EUR 16,917.99"],
      ["1441,88", "16917,99"],
      ["1.441,88", "16.917,99"],
    ])
      for (const rows of [
        [`XPYKR01E${mark}${first}`, `XPXDF01F${mark}${second}`],
        ["XPYKR01E", "XPXDF01F"].map((code, at) => ["24/11/2026", `KLARNA BANK AB ${code}`, [first, second][at]].join(mark)),
      ]) {
        const statement = read(...rows);
        expect(statement, rows.join("\n")).toMatchObject({ lines });
        expect(statement, rows.join("\n")).toMatchObject({
          lines: [{ text: expect.stringMatching(/XPYKR01E$/) }, { text: expect.stringMatching(/XPXDF01F$/) }],
        });
      }
  expect(read("XPYKR01E\t1,234,567.89", "XPXDF01F\t2,234,567.89")).toMatchObject({ lines: [{ amount: "1234567.89" }, { amount: "2234567.89" }] });
  expect(read("Klarna, ref XPYKR01E, paid\t5.00", "Klarna, ref XPXDF01F, paid\t7.00"), "tabs go before commas").toMatchObject({
    lines: [{ amount: "5.00", text: "Klarna, ref XPYKR01E, paid" }, { amount: "7.00" }],
  });
});

test("a currency beside an amount is that of the line", () => {
  for (const rows of [
    ["XPYKR01E\tEUR 1,441.88", "XPXDF01F\tEUR 5.00"],
    ["24/11/2026 KLARNA BANK AB XPYKR01E EUR 1,441.88", "25/11/2026 KLARNA BANK AB XPXDF01F 5.00 EUR"],
  ])
    expect(read(...rows)).toMatchObject({
      lines: [
        { amount: "1441.88", currency: "EUR" },
        { amount: "5.00", currency: "EUR" },
      ],
    });
});

test("files that are parted by commas stay so: quoted, with a column of numbers before the amounts, and with one of them unquoted", () => {
  expect(read("Date,Text,Amount", '2026-11-20,"Klarna, ref XPYKR01E","1,441.88"', '2026-11-21,"Klarna ""XPXDF01F""",71.20')).toMatchObject({
    lines: [
      { date: "2026-11-20", amount: "1441.88", text: "Klarna, ref XPYKR01E" },
      { amount: "71.20", text: 'Klarna "XPXDF01F"' },
    ],
  });
  for (const header of ["Date,Nr,Amount", "Date,Text,Amount"])
    expect(read(header, "2026-11-20,1,500.00", "2026-11-21,12,300.00", "2026-11-21,13,7.00"), header).toMatchObject({
      lines: [{ amount: "500.00", text: "1" }, { amount: "300.00" }, { amount: "7.00" }],
    });
  expect(read("Nr,Amount", "1,500.00", "2,300.00")).toMatchObject({ lines: [{ amount: "500.00", text: "1" }, { amount: "300.00" }] });
  expect(read("Date,Text,Amount", "2026-11-20,XPYKR01E,1,441.88", "2026-11-21,XPXDF01F,50.00")).toMatchObject({
    lines: [{ amount: "1441.88", text: "XPYKR01E" }, { amount: "50.00" }],
  });
  expect(read("2026-11-20,Klarna XD65-113574395,500.00,1500.00", "2026-11-21,Klarna XD65-113574396,7.00,1507.00")).toMatchObject({
    lines: [{ amount: "500.00" }, { amount: "7.00" }],
  });
  expect(read("Date,Amount,Balance,Text", "20/11/2026,50,100,XPYKR01E", "21/11/2026,7,107,XPXDF01F")).toMatchObject({
    lines: [{ amount: "50" }, { amount: "7" }],
  });
});

test("of a line without columns one amount is taken; of two nobody knows which is the balance, and a whole number is none", () => {
  expect(read("24/11/2026 KLARNA BANK AB XPYKR01E 1,441.88 25,000.00", "113577419 71736 DKK")).toMatchObject({
    kind: "list",
    lines: [{ date: "2026-11-24", text: "KLARNA BANK AB XPYKR01E 1,441.88 25,000.00" }, { text: "113577419 71736 DKK" }],
  });
  const statement = read("24/11/2026 XPYKR01E 1,441.88 25,000.00", "113577419 71736 DKK");
  expect(statement.kind === "list" && statement.lines.map(({ amount }) => amount)).toEqual([undefined, undefined]);
});

test("lines of one cell around a short table don't hide what parts it", () => {
  for (const mark of ["\t", ";", "|"])
    expect(
      read("Account statement", ["Text", "Amount"].join(mark), ["Klarna XPYKR01E", "1.441,88"].join(mark), ["Klarna XPXDF01F", "5,00"].join(mark)),
    ).toMatchObject({
      kind: "table",
      lines: [
        { line: 3, amount: "1441.88", text: "Klarna XPYKR01E" },
        { line: 4, amount: "5.00" },
      ],
    });
});

test("a comma in few of the lines that are pasted makes no columns to be asked about", () => {
  const entries = ["XPXDF01F", "Klarna Bank AB, ref XPYKR01E", "113574402"];
  expect(read(...entries)).toMatchObject({ kind: "list", lines: entries.map((text) => ({ text })) });
});
