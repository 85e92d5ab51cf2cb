import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";

import { transactionColumns } from "@/emulator/operations/report";

import { pieceLength } from "./readers";

/** PostgreSQL's own copy of the same transactions, into a table of texts without an index: nothing is checked, and nothing summed. */
export async function copyWhole(file: string): Promise<void> {
  const client = new Client(process.env.DATABASE_URL);
  await client.connect();
  await client.query(`CREATE TABLE whole (${transactionColumns.map((name) => `${name} text`).join(", ")})`);
  const head = await headLength(file);
  await pipeline(createReadStream(file, { start: head, highWaterMark: pieceLength }), client.query(copyFrom("COPY whole FROM STDIN (FORMAT csv)")));
  await client.end();
}

/** Where the transactions begin, behind the two headers. */
async function headLength(file: string): Promise<number> {
  for await (const piece of createReadStream(file, { encoding: "latin1" })) return String(piece).indexOf("\nSALE,") + 1;
  return 0;
}
