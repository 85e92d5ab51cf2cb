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
