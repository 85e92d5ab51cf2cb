import { expect, test } from "vitest";

import { readBankStatement } from "@/lib/desk/bank-statement/statement";

const read = (...rows: string[]) => readBankStatement(new TextEncoder().encode(rows.join("\n")));

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
