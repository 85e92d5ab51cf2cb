import { beforeAll, expect, test } from "vitest";

import { POST as download } from "@/app/api/desk/directory/csv/route";
import { type DirectoryQuery, everything } from "@/lib/desk/directory";
import { query } from "@/lib/server/db/client";

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
