import { beforeAll, expect, test } from "vitest";

import { POST as download } from "@/app/api/desk/directory/csv/route";
import { type DirectoryQuery, everything } from "@/lib/desk/directory";
import { query } from "@/lib/server/db/client";
import { exportPages } from "@/lib/server/merchants/export";

import { browserRequest } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";

withDesk(noKlarna);

let finn: SignedIn;
beforeAll(async () => {
  finn = await signedIn("finance");
  await query(
    `INSERT INTO merchants (environment, account_id, account_name, country)
     SELECT 'test', 'krn:a:' || n, 'Nordlys ' || n, 'SE' FROM generate_series(1, 1200) n
     UNION ALL VALUES ('test', 'krn:a:formula', '=HYPERLINK("http://evil.example")', 'NO'), ('live', 'krn:a:live', 'Nordlys in LIVE', 'SE')`,
  );
});

const csv = (asked: Partial<DirectoryQuery>) =>
  download(browserRequest("/api/desk/directory/csv", "POST", { cookie: finn.cookie, body: { environment: "test", asked: { ...everything, ...asked } } }));

test("a whole list is downloaded, each merchant once, as it stands on the screen", async () => {
  const lines = (await (await csv({ sort: { key: "name", descending: true } })).text()).trimEnd().split("\r\n").slice(1);
  expect([lines.length, new Set(lines).size]).toEqual([1_201, 1_201]);
  expect(lines[0]).toContain("Nordlys 999");
  expect(lines.join()).not.toContain("LIVE");
});

test("a name that a spreadsheet would take for a formula is a text", async () => {
  const [, line] = (await (await csv({ filters: { country: ["NO"] } })).text()).split("\r\n");
  expect(line).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
});

test("that a list was taken away is recorded before its first byte leaves: by what it was narrowed, never what was searched for", async () => {
  const before = await latestAudit();
  const answer = await csv({ text: "Nordlys 1199", filters: { country: ["SE"] }, days: { changed: 7 } });
  expect(await auditAfter(before)).toMatchObject([
    {
      kind: "directory-exported",
      person_id: finn.id,
      environment: "test",
      detail: { rows: 1, narrowed_by: ["country", "changed", "text"], chosen: false },
    },
  ]);
  await answer.body?.cancel();
  expect(JSON.stringify(await auditAfter(before))).not.toMatch(/1199|SE/);
});

test.each([
  { key: "seen", descending: false },
  { key: "seen", descending: true },
  { key: "changed", descending: true },
  { key: "name", descending: false },
] as const)("sorted by %o each merchant is there once, also who is read while the list is taken away", async (sort) => {
  await query("DELETE FROM merchants WHERE country = 'FI'");
  await query(
    `INSERT INTO merchants (environment, account_id, account_name, country, first_seen_at, seen_at, changed_at)
     SELECT 'test', 'krn:' || n, 'Shop ' || n, 'FI', now() - interval '1 year', now() - n * interval '1 minute', now() - n * interval '1 minute' FROM generate_series(1, 1200) n`,
  );
  const taken: string[] = [];
  for await (const page of exportPages("test", { ...everything, filters: { country: ["FI"] }, sort })) {
    taken.push(...page.map(({ account_id }) => account_id));
    await query("UPDATE merchants SET seen_at = now(), changed_at = now() WHERE account_id IN ('krn:1', 'krn:2', 'krn:1199', 'krn:1200')");
  }
  expect([taken.length, new Set(taken).size]).toEqual([1_200, 1_200]);
});
