// @vitest-environment jsdom
import { describe, expect, test } from "vitest";

import { readBankStatement } from "@/lib/desk/bank-statement/statement";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("a CAMT.053", () => {
  const entry = (inner: string) =>
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>${inner}</Stmt></BkToCstmrStmt></Document>`;

  test("gives its entries with amount, direction, day and every reference", () => {
    const statement = readBankStatement(
      utf8(
        entry(`<Ntry><Amt Ccy="SEK">1234.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt>
          <NtryDtls><TxDtls><Refs><EndToEndId>113574395</EndToEndId></Refs><RmtInf><Ustrd>KLARNA BANK AB</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
          <Ntry><Amt Ccy="SEK">8.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><DtTm>2026-11-21T10:00:00Z</DtTm></BookgDt></Ntry>`),
      ),
    );
    expect(statement).toMatchObject({
      kind: "camt",
      lines: [
        { line: 1, date: "2026-11-20", amount: "1234.50", currency: "SEK", text: "KLARNA BANK AB · 113574395" },
        { line: 2, date: "2026-11-21", amount: "-8.00" },
      ],
    });
  });

  test("an entry that gathers several payments is as many lines", () => {
    const payment = (amount: string, reference: string) =>
      `<TxDtls><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Refs><EndToEndId>${reference}</EndToEndId></Refs></TxDtls>`;
    const statement = readBankStatement(
      utf8(
        entry(
          `<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><NtryDtls>${payment("10.00", "A1111")}${payment("20.00", "B2222")}</NtryDtls></Ntry>`,
        ),
      ),
    );
    expect(statement).toMatchObject({
      lines: [
        { amount: "10.00", text: "A1111" },
        { amount: "20.00", text: "B2222" },
      ],
    });
  });

  test("of an older version has each payment's amount among its details, and its direction from the entry: what it was charged is neither", () => {
    const payment = (details: string, reference: string) =>
      `<TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs><AmtDtls>${details}</AmtDtls>
        <Chrgs><Amt Ccy="EUR">0.35</Amt><CdtDbtInd>DBIT</CdtDbtInd></Chrgs></TxDtls>`;
    const instructed = '<InstdAmt><Amt Ccy="SEK">115.00</Amt></InstdAmt>';
    const payments = payment(`${instructed}<TxAmt><Amt Ccy="EUR">10.00</Amt></TxAmt>`, "A1111") + payment(instructed, "B2222");
    const statement = readBankStatement(utf8(entry(`<Ntry><Amt Ccy="EUR">20.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><NtryDtls>${payments}</NtryDtls></Ntry>`)));
    expect(statement).toMatchObject({
      lines: [
        { amount: "10.00", currency: "EUR", text: "A1111" },
        { amount: "115.00", currency: "SEK", text: "B2222" },
      ],
    });
  });

  test("gives nothing of what isn't booked yet", () => {
    const of = (status: string) => `<Ntry><Amt Ccy="SEK">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>${status}<NtryRef>${status.length}</NtryRef></Ntry>`;
    const pending = ["<Sts>PDNG</Sts>", "<Sts>\n <Cd>PDNG</Cd>\n</Sts>", "<Sts>FUTR</Sts>", "<Sts><Cd>INFO</Cd></Sts>"].map(of);
    const booked = ["<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>", ""].map(of);
    expect(readBankStatement(utf8(entry([...pending, ...booked].join(""))))).toMatchObject({ lines: [{ text: "15" }, { text: "24" }, { text: "0" }] });
    expect(readBankStatement(utf8(entry(pending.join(""))))).toMatchObject({ kind: "unreadable", reason: expect.stringContaining("booked") });
  });

  test("that was cut off gets a sentence", () => {
    expect(readBankStatement(utf8("<?xml version='1.0'?><Document><Stmt><Ntry><Amt"))).toMatchObject({ kind: "unreadable" });
    expect(readBankStatement(utf8(entry("")))).toMatchObject({ kind: "unreadable" });
  });
});
