import { everything, type SortKey } from "@/lib/desk/directory";
import { answerCsv } from "@/lib/server/csv";
import { closeDatabase, query } from "@/lib/server/db/client";
import { listMerchants } from "@/lib/server/merchants/directory";
import { exportColumns, exportPages } from "@/lib/server/merchants/export";

import { median, quantile } from "../statistics.mjs";
import { plantDirectory } from "./plant";
import { misspelt } from "./typing";

const plain = "SELECT * FROM merchants WHERE environment = 'test'";
const best = "ORDER BY similarity(account_name, $1) DESC LIMIT 25";

const [what = "", given = ""] = process.argv.slice(2);
const measures: Readonly<Record<string, () => Promise<unknown>>> = { plant: () => plantDirectory(Number(given)), search, pages, export: exportAll };
console.log(JSON.stringify((await measures[what]?.()) ?? null));
await closeDatabase();

/** How long each search takes, ours and a plain one by trigrams, in turns. */
async function search(): Promise<object> {
  await query("CREATE INDEX IF NOT EXISTS plain ON merchants USING gin (account_name gin_trgm_ops)");
  const names = await query<{ account_name: string }>("SELECT account_name FROM merchants ORDER BY md5(account_id) LIMIT 24");
  const typed = misspelt(names.map(({ account_name }) => account_name));
  const spent: Record<"ours" | "indexed" | "plain", number[]> = { ours: [], indexed: [], plain: [] };
  for (const text of typed) {
    spent.ours.push(await timed(() => listMerchants("test", { ...everything, text })));
    spent.indexed.push(await timed(() => query(`${plain} AND account_name % $1 ${best}`, [text])));
    spent.plain.push(await timed(() => query(`${plain} ${best}`, [text])));
  }
  return Object.fromEntries(Object.entries(spent).map(([name, times]) => [name, { p50: median(times), p95: quantile(times, 0.95) }]));
}

/** How long the first page takes and the last, by every sort and by relevance. */
async function pages(): Promise<object> {
  const lists: readonly (readonly [string, SortKey, string])[] = [
    ...(["name", "reference", "group", "country", "first_seen", "seen", "changed"] as const).map((key) => [key, key, ""] as const),
    ["relevance", "relevance", "centralen"],
  ];
  const found: Record<string, { first: number; deepest: number }> = {};
  for (const [name, key, text] of lists) {
    const asked = { ...everything, text, sort: { key, descending: false } };
    let last: string | undefined;
    for (let after: string | undefined; ; last = after) {
      const { next } = await listMerchants("test", asked, { after, limit: 100 });
      if (!next) break;
      after = next;
    }
    const rounds = { first: [] as number[], deepest: [] as number[] };
    for (let round = 0; round < 31; round++) {
      rounds.first.push(await timed(() => listMerchants("test", asked)));
      rounds.deepest.push(await timed(() => listMerchants("test", asked, { after: last })));
    }
    found[name] = { first: median(rounds.first), deepest: median(rounds.deepest) };
  }
  return found;
}

/** The most memory that the process had while it made a download, read as slowly as a browser does. */
async function exportAll(): Promise<object> {
  const asked = given === "part" ? { ...everything, filters: { state: ["DISABLED"] } } : everything;
  const { body } = answerCsv("list.csv", exportColumns, exportPages("test", asked));
  let bytes = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.byteLength;
  return { bytes, megabytes: process.resourceUsage().maxRSS / 1024 };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
