import { beforeAll, expect, test } from "vitest";

import { type DirectoryQuery, everything, type SortKey } from "@/lib/desk/directory";
import type { DirectoryMerchant } from "@/lib/desk/merchant";
import { answerCsv } from "@/lib/server/csv";
import { query } from "@/lib/server/db/client";
import { listMerchants } from "@/lib/server/merchants/directory";
import { exportColumns, exportPages } from "@/lib/server/merchants/export";
import { soughtBy } from "@/lib/server/merchants/matching";
import { pageStatement } from "@/lib/server/merchants/page-statement";

import { plantDirectory } from "../../../bench/directory/plant";
import { noKlarna, withDesk } from "../harness/desk";

withDesk(noKlarna);
beforeAll(() => plantDirectory(4_000));

interface Plan {
  readonly "Shared Hit Blocks": number;
  readonly "Shared Read Blocks": number;
}

/** How many blocks of the database a statement touches: what it costs, whatever else the machine does. */
async function blocks(text: string, values: readonly unknown[] = []): Promise<number> {
  const [row] = await query<{ "QUERY PLAN": readonly { readonly Plan: Plan }[] }>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, values);
  const plan = row?.["QUERY PLAN"][0]?.Plan;
  return (plan?.["Shared Hit Blocks"] ?? 0) + (plan?.["Shared Read Blocks"] ?? 0);
}

async function costOf(asked: DirectoryQuery, spelling: "typed" | "similar", after?: string): Promise<number> {
  const { text, values } = pageStatement("test", asked, await soughtBy("test", asked.text), spelling, 25, after);
  return blocks(text, values);
}

const sorts = ["name", "reference", "group", "country", "first_seen", "seen", "changed"] satisfies SortKey[];

test.each(
  sorts.flatMap((key) => [
    { key, descending: false },
    { key, descending: true },
  ]),
)("the last page costs what the first does, by %o", async (sort) => {
  const asked = { ...everything, sort };
  let [after, last]: (string | undefined)[] = [];
  do {
    last = after;
    after = (await listMerchants("test", asked, { after, limit: 100 })).next ?? undefined;
  } while (after);
  expect(await costOf(asked, "typed", last)).toBeLessThanOrEqual(1.5 * (await costOf(asked, "typed")) + 8);
});

test("counting past the rows would cost more: what is measured notices it", async () => {
  const page = (offset: number) => blocks(`SELECT * FROM merchants WHERE environment = 'test' ORDER BY first_seen_at, account_id OFFSET ${offset} LIMIT 25`);
  expect(await page(3_900)).toBeGreaterThan(1.5 * (await page(0)) + 8);
});

test("a search touches less than 0.7 of what a plain one by trigrams does, and a misspelt one goes by the index too; without it neither does", async () => {
  const plain = (text: string) => blocks("SELECT * FROM merchants WHERE environment = 'test' ORDER BY similarity(account_name, $1) DESC LIMIT 25", [text]);
  const typed = ["skonhet", "göteborg vinkel", "ref-10234", "shop-77.example"];
  for (const text of typed) expect(await costOf({ ...everything, text }, "typed"), text).toBeLessThan(0.7 * (await plain(text)));
  expect(await misspeltPlan()).toContain("merchants_by_words");
  await query("DROP INDEX merchants_by_words");
  expect(await costOf({ ...everything, text: "ref-10234" }, "typed")).toBeGreaterThan(0.7 * (await plain("ref-10234")));
  expect(await misspeltPlan()).not.toContain("merchants_by_words");
});

/** How the database would look for a misspelt name: the plan of what the function does. */
async function misspeltPlan(): Promise<string> {
  const [body] = await query<{ text: string }>("SELECT prosrc AS text FROM pg_proc WHERE proname = 'merchants_spelt_like'");
  const statement = body?.text.replaceAll("of_environment", "'test'").replaceAll(/\bwords\b/g, "(ARRAY['gelateria', 'gtoeborg'])") ?? "";
  return JSON.stringify(await query(`EXPLAIN ${statement}`));
}

type Pages = AsyncIterable<readonly DirectoryMerchant[]>;

/** How many parts of a download are read by when three of its chunks were taken, and in all. */
async function partsRead(asRead: (pages: Pages) => Pages): Promise<{ readonly early: number; readonly all: number }> {
  let parts = 0;
  async function* counted() {
    for await (const part of exportPages("test", everything)) {
      parts += 1;
      expect(part.length).toBeLessThanOrEqual(500);
      yield part;
    }
  }
  const reader = answerCsv("list.csv", exportColumns, asRead(counted())).body?.getReader();
  for (let read = 0; read < 3; read++) await reader?.read();
  const early = parts;
  while (!(await reader?.read())?.done);
  return { early, all: parts };
}

test("a download is read as it is taken: no more of it is in memory than one part", async () => {
  const { early, all } = await partsRead((pages) => pages);
  expect(early).toBeLessThanOrEqual(3);
  expect(all).toBe(8);
});

test("collecting everything first would be noticed", async () => {
  const { early } = await partsRead(async function* collected(pages) {
    const all: (readonly DirectoryMerchant[])[] = [];
    for await (const part of pages) all.push(part);
    yield* all;
  });
  expect(early).toBeGreaterThan(3);
});
