import { expect, test } from "vitest";

import { everything } from "@/lib/desk/directory";
import { query } from "@/lib/server/db/client";
import { countMerchants } from "@/lib/server/merchants/counts";
import { findMerchant, listMerchants } from "@/lib/server/merchants/directory";
import { importAccountIds } from "@/lib/server/merchants/import";
import { rereadDue } from "@/lib/server/merchants/reread-due";

import { withDesk } from "../harness/desk";
import { auditAfter, latestAudit } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const id = (index: number) => `krn:partner:global:account:test:${String(index).padStart(8, "0")}`;

test("ids are taken once, wrong ones are named, and each account is read in the background", async () => {
  const wrong = ["", "  ", "hello", id(1).replace(":test:", ":live:"), "../x", `krn:${"a".repeat(300)}`];
  const before = await latestAudit();
  expect(await importAccountIds("test", [id(1), ` ${id(2)}\r`, id(1), ...wrong])).toEqual({
    added: 2,
    known: 0,
    wrong: ["hello", id(1).replace(":test:", ":live:"), "../x", `krn:${"a".repeat(300)}`],
  });
  expect(await importAccountIds("test", [id(2), id(3)])).toEqual({ added: 1, known: 1, wrong: [] });
  expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([
    ["accounts-imported", { added: 2, known: 0, wrong: 4 }],
    ["accounts-imported", { added: 1, known: 1, wrong: 0 }],
  ]);

  klarna.script = ({ path }) => {
    const account_id = decodeURIComponent(path.split("/")[3]?.split("?")[0] ?? "");
    return account_id === id(3) ? { status: 404, body: "{}" } : { body: JSON.stringify({ account_id, account_name: "Nordlys", state: "OPERATIONAL" }) };
  };
  await rereadDue();
  expect(await findMerchant("test", id(1))).toMatchObject({ account_name: "Nordlys", state: "OPERATIONAL" });
  expect((await findMerchant("test", id(3)))?.missing_since).not.toBeNull();
  expect(await query("SELECT 1 FROM rereads")).toEqual([]);
});

test("the directory is read page by page, each account once", async () => {
  await importAccountIds(
    "test",
    Array.from({ length: 230 }, (_, index) => id(index + 100)),
  );
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listMerchants("test", everything, { after });
    seen.push(...page.merchants.map(({ account_id }) => account_id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen.length).toBe(233);
  expect(new Set(seen).size).toBe(233);
  expect(await countMerchants("test", everything)).toEqual({ total: 233, states: { OPERATIONAL: 2, MISSING: 1, NOT_READ: 230 } });
});
