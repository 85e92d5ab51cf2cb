import { expect, test } from "vitest";

import { POST as checkDoor } from "@/app/api/desk/imports/check/route";
import { POST as startDoor } from "@/app/api/desk/imports/route";
import { query } from "@/lib/server/db/client";
import { checkImport } from "@/lib/server/imports/check";
import { downloadFailures } from "@/lib/server/imports/failures";
import { parseLines } from "@/lib/server/imports/parse";
import { findImport } from "@/lib/server/imports/standing";
import { startImport } from "@/lib/server/imports/start";
import { steerImport } from "@/lib/server/imports/steer";
import { findMerchant } from "@/lib/server/merchants/directory";

import { browserRequest } from "../harness/ask";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";
import { accountId, asked, by, from, klarna, knowsAll, omar, startList, withImports, work } from "./stage";

withImports();
const live = accountId(1).replace(":test:", ":live:");

test("a list is checked before anything is done: new, known, twice, of the other environment, and what is no id, by their lines", async () => {
  await startList(from, 2);
  await work();
  klarna.received.length = 0;
  const lines = [
    "\ufeffaccount_id;name",
    `${accountId(from)};Nordlys`,
    `"${accountId(from + 5)}";"Ä"`,
    "",
    accountId(from + 5),
    live,
    "Eva Lagerkvist",
    `krn:${"a".repeat(300)}`,
  ];
  expect(await checkImport("test", lines.join("\r\n"))).toEqual({
    lines: 6,
    new: 1,
    known: 1,
    faults: { "not-an-id": 2, "other-environment": 1, twice: 1, erased: 0 },
    examples: [
      { line: 5, fault: "twice", text: accountId(from + 5) },
      { line: 6, fault: "other-environment", text: live },
      { line: 7, fault: "not-an-id", text: "Eva Lagerkvist" },
      { line: 8, fault: "not-an-id", text: `krn:${"a".repeat(76)}` },
    ],
  });
  expect(klarna.received).toEqual([]);
  for (const empty of ["", " \n\n", "account_id\n"]) await expect(checkImport("test", empty)).rejects.toMatchObject({ problem: { status: 400 } });
  await expect(startImport("test", live, by())).rejects.toMatchObject({ problem: { status: 400, message: expect.stringContaining("nothing to read") } });
});

test("of a table the account's id is taken, wherever its column stands; a group's of accounts or a product's is none", async () => {
  const group = "krn:partner:global:account:group:9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86";
  const product = "krn:partner:global:account:test:LWT2XJSE:product:1";
  const lines = [`${group},${accountId(from)}`, `${product};${accountId(from + 1)}`, `${group},Nordlys`, product];
  expect(parseLines("test", lines.join("\n"))).toEqual([
    { line: 1, text: lines[0], accountId: accountId(from) },
    { line: 2, text: lines[1], accountId: accountId(from + 1) },
    { line: 3, text: lines[2], fault: "not-an-id" },
    { line: 4, text: lines[3], fault: "not-an-id" },
  ]);
});

test("100,000 ids with 5 % wrong ones are checked and taken in", async () => {
  const list = Array.from({ length: 100_000 }, (_, index) => (index % 20 === 7 ? `nonsense ${index}` : accountId(1_000_000 + index))).join("\n");
  const { examples, ...checked } = await checkImport("test", list);
  expect(checked).toMatchObject({ lines: 100_000, new: 95_000, faults: { "not-an-id": 5_000 } });
  expect(examples).toHaveLength(100);
  const { id } = await startImport("test", list, by());
  expect(await findImport("test", id)).toMatchObject({ total: 95_000, read: 0, faulty: 5_000, state: "waiting" });
  await steerImport("test", id, "cancel", by());
  expect(await findImport("test", id)).toMatchObject({ state: "cancelled" });
  await query("DELETE FROM import_rows WHERE import_id = $1", [id]);
});

test("a list may have 200,000 lines, and nine megabytes on its way here", async () => {
  await expect(checkImport("test", "x\n".repeat(200_001))).rejects.toMatchObject({
    problem: { status: 400, message: expect.stringContaining("200,001 lines; 200,000"), fields: [{ path: "text" }] },
  });
  const text = `${live}\n`.repeat(25_000);
  for (const [door, taken] of [
    [checkDoor, 200],
    [startDoor, 400],
  ] as const) {
    const send = async (headers?: Record<string, string>) =>
      (await door(browserRequest("/api/desk/imports", "POST", { cookie: omar.cookie, body: { environment: "test", text }, ...(headers && { headers }) })))
        .status;
    // More than other doors take. Of these lines there is nothing to read.
    expect(await send()).toBe(taken);
    expect(await send({ "content-length": "9000001" })).toBe(413);
  }
});

test("each account is read once and found in the directory; what came to nothing is told with its line and why", async () => {
  knowsAll(klarna, { but: [accountId(from + 3)] });
  const before = await latestAudit();
  const list = [...Array.from({ length: 40 }, (_, index) => accountId(from + index)), "=HYPERLINK(1)", accountId(from)].join("\n");
  const { id } = await startImport("test", list, by());
  await work();
  expect(await findImport("test", id)).toMatchObject({ state: "done", total: 40, read: 39, failed: 1, faulty: 2, by: expect.stringContaining("operations") });
  expect([...asked(klarna).values()].every((times) => times === 1)).toBe(true);
  expect(asked(klarna).size).toBe(40);
  expect(await findMerchant("test", accountId(from + 1))).toMatchObject({ state: "OPERATIONAL" });
  expect(await findMerchant("test", accountId(from + 3))).toBeUndefined();
  const csv = (await (await downloadFailures("test", id)).text()).split("\r\n");
  expect(csv).toEqual([
    "line,account_id,why",
    `4,${accountId(from + 3)},Klarna knows no such account.`,
    "41,,Not an account id. Klarna's begin with krn:",
    "42,,The same id stands further up in the list.",
    "",
  ]);
  expect(await auditAfter(before)).toMatchObject([{ kind: "accounts-imported", person_id: omar.id, detail: { new: 40, known: 0, wrong: 2 } }]);
  expect(await wholeTable("import_rows")).not.toContain("HYPERLINK");
});
