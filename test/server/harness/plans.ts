import { Client, Pool } from "pg";
import { vi } from "vitest";

/** How the database would answer what some work asks of it, were there too much to read through: where no index helps, a plan says `Seq Scan`. */
export async function plansOf(work: () => Promise<unknown>): Promise<string> {
  const asked = vi.spyOn(Pool.prototype, "query");
  await work();
  const statements = asked.mock.calls
    .map(([text, values]) => ({ text: String(text), values: values as unknown as unknown[] }))
    // What an earlier file has left behind may keep house in this process meanwhile, by BEGIN and the like.
    .filter(({ text }) => /^\s*(SELECT|WITH)\b/i.test(text));
  asked.mockRestore();
  const client = new Client({ connectionString: process.env.DATABASE_URL ?? "" });
  await client.connect();
  try {
    await client.query("SET enable_seqscan = off");
    const plans: string[] = [];
    for (const { text, values } of statements) {
      const { rows } = await client.query<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, values);
      plans.push(...rows.map((row) => row["QUERY PLAN"]));
    }
    return plans.join("\n");
  } finally {
    await client.end();
  }
}
