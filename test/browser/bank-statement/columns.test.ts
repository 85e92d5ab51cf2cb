import { describe, expect, test } from "vitest";

import { readBankStatement } from "@/lib/desk/bank-statement/statement";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("a table whose headers mislead", () => {
  test("has its days where days stand, and what isn't a day stays in the text", () => {
    for (const reference of ["Transaction reference", "Transaction ID", "Booking reference", "Entry"]) {
      const statement = readBankStatement(utf8(`${reference};Text;Amount\nXD65-113574402;Klarna;5.00\n`));
      expect(statement).toMatchObject({ unclear: ["date"], lines: [{ amount: "5.00", text: "XD65-113574402 · Klarna" }] });
      const dated = readBankStatement(utf8(`${reference};Date;Amount\nXD65-113574402;20/11/2026;5.00\n`));
      expect(dated).toMatchObject({ unclear: [], lines: [{ date: "2026-11-20", text: "XD65-113574402" }] });
    }
    const inLetters = readBankStatement(utf8("Transaction date;Text;Amount\n20 Nov 2026;Klarna 113574402;5.00\n113574403;Klarna;7.00\n"));
    expect(inLetters).toMatchObject({ unclear: [], lines: [{ date: "20 Nov 2026", text: "Klarna 113574402" }, { text: "113574403 · Klarna" }] });
    const chosen = readBankStatement(utf8("Nr;Text;Amount\nXD65-113574402;Klarna;5.00\n"), { date: 0 });
    expect(chosen).toMatchObject({ unclear: ["date"], lines: [{ text: "XD65-113574402 · Klarna" }] });
  });
});

test("a currency's column is found with and without its umlaut", () => {
  for (const title of ["W\u00e4hrung", "Waehrung"]) {
    const statement = readBankStatement(utf8(`Datum;Text;Betrag;${title}\n20.11.2026;Klarna;5,00;EUR\n`));
    expect(statement, title).toMatchObject({ lines: [{ amount: "5.00", currency: "EUR", text: "Klarna" }] });
  }
});

describe("which way money went", () => {
  const amounts = (...rows: string[]) => {
    const statement = readBankStatement(utf8(rows.join("\n")));
    return statement.kind === "table" ? statement.lines.map(({ amount }) => amount) : statement;
  };

  test("is read from a column that says it, where amounts have no sign", () => {
    for (const [title, out, into] of [
      ["Af Bij", "Af", "Bij"],
      ["S/H", "S", "H"],
      ["D/C", "D", "C"],
      ["Debit/Credit", "Debit", "Credit"],
      ["Soll/Haben", "Soll", "Haben"],
      ["Lastschrift/Gutschrift", "Lastschrift", "Gutschrift"],
      ["CR/DR", "DR", "CR"],
      ["Type", "DBIT", "CRDT"],
    ] as const) {
      const header = `Date;Text;${title};Amount`;
      expect(amounts(header, `2026-11-20;Klarna 1;${out};5.00`, `2026-11-21;Klarna 2;${into};7.00`), title).toEqual(["-5.00", "7.00"]);
      expect(amounts(header, `2026-11-20;Klarna 1;${out};5.00`), title).toEqual(["-5.00"]);
      expect(amounts(`2026-11-20;Klarna 1;${out};5.00`, `2026-11-21;Klarna 2;${into};7.00`), title).toEqual(["-5.00", "7.00"]);
    }
  });

  test("is the amount's own sign where it has one, and no letter that is a code for something else changes it", () => {
    expect(amounts("Date;Debit/Credit;Amount", "2026-11-20;Debit;-5.00", "2026-11-21;Credit;7.00")).toEqual(["-5.00", "7.00"]);
    expect(amounts("Date;Status;Amount", "2026-11-20;S;5.00", "2026-11-21;X;7.00")).toEqual(["5.00", "7.00"]);
    expect(amounts("Date;Status;Amount", "2026-11-20;S;5.00", "2026-11-21;S;7.00")).toEqual(["5.00", "7.00"]);
  });

  test("is the sign in one column that is called by both, and the title of each of two", () => {
    expect(amounts("Date;Debit/Credit", "2026-11-20;-5.00", "2026-11-21;7.00")).toEqual(["-5.00", "7.00"]);
    expect(amounts("Date;Montant d\u00e9bit;Montant cr\u00e9dit", "2026-11-20;5,00;", "2026-11-21;;7,00")).toEqual(["-5.00", "7.00"]);
    expect(amounts("Date;Debit Amount;Credit Amount", "2026-11-20;5.00;", "2026-11-21;;7.00")).toEqual(["-5.00", "7.00"]);
  });

  test("is read from the column of two that isn't zero", () => {
    expect(amounts("Date;Text;Money in;Money out", "2026-11-20;a;0.00;5.00", "2026-11-20;b;7.00;0.00", "2026-11-20;c;0.00;0.00")).toEqual([
      "-5.00",
      "7.00",
      "0.00",
    ]);
  });
});
