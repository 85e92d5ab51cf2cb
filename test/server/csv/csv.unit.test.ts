import { describe, expect, it } from "vitest";

import { answerCsv, type CsvColumn } from "@/lib/server/csv";

interface Row {
  readonly text: string | null;
  readonly amount: number;
}
const columns: readonly CsvColumn<Row>[] = [
  { header: "text", cell: ({ text }) => text },
  { header: "amount", cell: ({ amount }) => amount },
];

async function* pagesOf(...pages: readonly (readonly Row[])[]) {
  yield* pages;
}

describe("A download", () => {
  it("quotes what a comma, a quote or a line would break", async () => {
    const answer = answerCsv("rows.csv", columns, pagesOf([{ text: 'a "b", c\nd', amount: 1 }], [{ text: null, amount: 2 }]));
    expect(await answer.text()).toBe('text,amount\r\n"a ""b"", c\nd",1\r\n,2\r\n');
    expect(new Uint8Array(await answerCsv("rows.csv", columns, pagesOf()).arrayBuffer()).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  });

  it.each(["=1+1", "+1", "-1+1", "-A1", "@SUM(A1)", "\t=1", " =1", "\r=1"])("makes no formula of %j", async (text) => {
    const [, line = ""] = (await answerCsv("rows.csv", columns, pagesOf([{ text, amount: -1 }])).text()).split("\r\n");
    expect(line.replace(/^"/, "").startsWith("'")).toBe(true);
    expect(text.includes("\r") || line.endsWith(",-1")).toBe(true);
  });

  it.each([
    ["a;=1+1", "a;'=1+1"],
    ["a;  @x\t-1;b", "a;'  @x\t'-1;b"],
    ["=1;=2", "'=1;'=2"],
    ["a;b;1-1", "a;b;1-1"],
    ["a, =1", '"a, =1"'],
  ])("makes none of %j where a spreadsheet parts cells by semicolons or tabs", async (text, cell) => {
    const [, line = ""] = (await answerCsv("rows.csv", columns, pagesOf([{ text, amount: 1 }])).text()).split("\r\n");
    expect(line).toBe(`${cell},1`);
  });

  it("leaves a plain number one, whether it comes as a number or as the text of one that is larger", async () => {
    const answer = answerCsv("rows.csv", columns, pagesOf([{ text: "-92233720368547758.07", amount: -1 }]));
    expect(await answer.text()).toBe("text,amount\r\n-92233720368547758.07,-1\r\n");
  });

  it("asks for no page before the last is gone, and for none once nobody reads", async () => {
    let asked = 0;
    let ended = false;
    async function* endless() {
      try {
        for (;;) {
          asked += 1;
          yield [{ text: "x".repeat(1_000), amount: asked }];
        }
      } finally {
        ended = true;
      }
    }
    const reader = answerCsv("rows.csv", columns, endless()).body?.getReader();
    for (let read = 0; read < 3; read += 1) await reader?.read();
    expect(asked).toBeLessThan(6);
    await reader?.cancel();
    expect(ended).toBe(true);
  });
});
