import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import type { Worker } from "node:worker_threads";
import { expect, test } from "vitest";

import { Fingerprint } from "@/lib/server/settlements/report/fingerprint";
import { readReport } from "@/lib/server/settlements/report/read-report";

import { klarnasSample } from "./made-report";

const page = 128 * 1024;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function fingerprintOf(bytes: Uint8Array, piece: number): Promise<string> {
  const fingerprint = new Fingerprint();
  try {
    for (let from = 0; from < bytes.length; from += piece) await fingerprint.push(bytes.subarray(from, from + piece));
    return (await fingerprint.digest()).toString("hex");
  } finally {
    await fingerprint.close();
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 1_000) yield bytes.subarray(from, from + 1_000);
}

test("a report is known by its file's SHA-256", async () => {
  expect((await readReport(pieces(klarnasSample))).sha256.toString("hex")).toBe(sha256(klarnasSample));
});

test.each([0, 1, page - 1, page, page + 1, 2 * page, 2 * page + 1, 7 * page + 3])("%i bytes have the same SHA-256 in pieces of any length", async (length) => {
  const bytes = randomBytes(length);
  for (const piece of [page / 2 + 1, page, 3 * page + 7]) expect(await fingerprintOf(bytes, piece)).toBe(sha256(bytes));
});

test("a thread that dies ends the reading instead of keeping it waiting", async () => {
  const begun = new Promise<Worker>((resolve) => process.once("worker", resolve));
  const fingerprint = new Fingerprint();
  await fingerprint.push(randomBytes(page));
  await (await begun).terminate();
  await expect(fingerprint.push(randomBytes(4 * page))).rejects.toThrow("has ended");
  await expect(fingerprint.digest()).rejects.toThrow("has ended");
  await fingerprint.close();
});

test("a report that is refused in the middle leaves no thread behind", async () => {
  const begun = new Promise<Worker>((resolve) => process.once("worker", resolve));
  const long = Buffer.concat([klarnasSample, Buffer.from("not,a,line\n"), randomBytes(2 * page)]);
  const whole = [Buffer.concat([klarnasSample, Buffer.alloc(page, "\n")]), long];
  await expect(readReport(Readable.from(whole))).rejects.toThrow();
  expect((await begun).threadId).toBe(-1);
});
