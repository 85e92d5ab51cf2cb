import { expect, test } from "vitest";

import { ReportFault } from "@/lib/server/settlements/report/fault";

import { kindsOf, readBytes, smallReport } from "./made-report";
import { verdictOn } from "./oracle";

const many = Number(process.env.REPORT_MUTATIONS ?? 100_000);

test(`${many.toLocaleString("en")} mutations of a report, of bytes deleted, inserted, flipped and cut, are each refused where they are wrong, or read as what they are`, () => {
  // Others each time; which, is said.
  const seed = Number(process.env.REPORT_SEED ?? Math.floor(Math.random() * 2 ** 32));
  // biome-ignore lint/suspicious/noConsole: who sees it fail repeats it with this as REPORT_SEED.
  console.info(`mutations of a report: seed ${seed}`);
  const random = randomOf(seed);
  const valid = smallReport();
  const came = { refused: 0, read: 0 };
  for (let count = 0; count < many; count += 1) {
    const mutated = mutate(valid, random);
    const expected = verdictOn(mutated);
    const got = readBytes(mutated, 1 + Math.floor(random() * 3_000));
    const told = () => `seed ${seed}, mutation ${count}: ${JSON.stringify(mutated.toString("latin1"))}`;
    if (got instanceof ReportFault) {
      came.refused += 1;
      if (!expected.fault) throw new Error(`Refused without need (${got.line}, ${got.column}, ${got.reason}). ${told()}`);
      if (got.line !== expected.fault.line || !expected.fault.in.has(got.column ?? "row"))
        throw new Error(
          `Refused for another reason (${got.line}, ${got.column}, ${got.reason}) than ${expected.fault.line}, ${[...expected.fault.in]}. ${told()}`,
        );
    } else {
      came.read += 1;
      if (expected.fault) throw new Error(`Read, though line ${expected.fault.line} is wrong in ${[...expected.fault.in]}. ${told()}`);
      const [shown, right] = [JSON.stringify(sorted(kindsOf(got))), JSON.stringify(sorted(expected.kinds ?? {}))];
      if (shown !== right || BigInt(got.summary.amount) !== expected.amount) throw new Error(`Read as ${shown}, and not as ${right}. ${told()}`);
    }
  }
  expect(came.refused).toBeGreaterThan(many / 10);
  expect(came.read).toBeGreaterThan(many / 10);
}, 300_000);

function sorted(record: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Mostly what a report is made of, so that mutations get far; sometimes any byte. */
const likely = Buffer.from('0123456789,,,--"\n\r#.TZ:aEé\0 ');

function mutate(valid: Buffer, random: () => number): Buffer {
  const below = (limit: number) => Math.floor(random() * limit);
  let bytes = valid;
  for (let times = 1 + below(2); times > 0; times -= 1) {
    const at = below(bytes.length + 1);
    const byte = random() < 0.7 ? (likely[below(likely.length)] ?? 0) : below(256);
    const kind = random();
    if (kind < 0.3) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(3))]);
    else if (kind < 0.6) bytes = Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at)]);
    else if (kind < 0.9) {
      bytes = Buffer.from(bytes);
      if (at < bytes.length) bytes[at] = random() < 0.5 ? byte : (bytes[at] ?? 0) ^ (1 << below(8));
    } else bytes = bytes.subarray(0, at);
  }
  return bytes;
}

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
