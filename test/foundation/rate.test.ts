import { expect, test } from "vitest";

import { figures, learnedAfter, paceOn } from "../../bench/runs/pace.mjs";
import { figures as sweepFigures, sweepOn } from "../../bench/sweep.mjs";
import { failing, island, project, withIsland } from "./island";

// The benches of runs and of reading in the background at Klarna's rate, small; and that each would notice if what it measures weren't so.

withIsland();

test("a run at Klarna's limit does all of it, and undoes it with faults and a second worker", { timeout: 120_000 }, async () => {
  const accounts = await island.emulator("GET", "accounts?environment=test");
  const { alone, idle, faulty } = await paceOn({ ...island, accounts, project }, { merchants: 60, rate: 50, idleReads: 10, rest: 1_000, beforeWorking: 0 });
  expect([alone.reads.length > 0, idle.length, faulty.seconds > 0]).toEqual([true, 10, true]);
});

test("a run that takes longer than the rate demands, is refused too often or keeps people waiting is noticed", () => {
  const idle = [10, 11, 12];
  const good = { seconds: 201, least: 200, refused: 0, reads: [10, 12] };
  expect(failing(figures({ alone: good, idle, faulty: good }))).toEqual([]);
  const slow = { seconds: 212, least: 200, refused: 0.01, reads: [10, 40] };
  expect(failing(figures({ alone: slow, idle, faulty: slow }))).toEqual(["runs.time", "runs.refused", "runs.reader.p99", "runs.faults.time"]);
});

test("a limit counts as learned once hardly anything is refused any more", () => {
  const samples = (refusedUntil: number) =>
    Array.from({ length: 80 }, (_, index) => ({ at: index / 10, asked: index * 3, refused: Math.min(index, refusedUntil * 10) }));
  expect(learnedAfter(samples(2))).toBeCloseTo(2, 0);
  expect(learnedAfter(samples(8))).toBe(Number.POSITIVE_INFINITY);
});

/** What reading a list came to; of time nothing is asked here, where other tests share the machine. */
async function refusedOf(reading: { readonly accounts: number; readonly rate?: number; readonly declared?: number }): Promise<readonly string[]> {
  const accounts = await island.emulator("GET", "accounts?environment=test");
  const measured = await sweepOn({ ...island, accounts }, reading);
  expect(measured.seconds).toBeGreaterThan(0);
  return failing(sweepFigures({ idle: measured.reads, alone: measured, together: measured })).filter((name) => name.endsWith("refused"));
}

test("what is read in the background by two processes is read within Klarna's rate", { timeout: 120_000 }, async () => {
  expect(await refusedOf({ accounts: 150 })).toEqual([]);
});

test("and it would be noticed if the desk asked for more than Klarna allows", { timeout: 120_000 }, async () => {
  // So little that a desk on a busy machine asks for more, too.
  expect(await refusedOf({ accounts: 100, rate: 10, declared: 150 })).toEqual(["sweep.refused", "sweep.two-processes.refused"]);
});

test("a reading that takes longer than the rate demands, is refused too often or keeps people waiting is noticed", () => {
  const idle = [10, 11, 12];
  const good = { seconds: 201, least: 200, refused: 0, reads: [10, 12] };
  expect(failing(sweepFigures({ idle, alone: good, together: good }))).toEqual([]);
  const slow = { seconds: 212, least: 200, refused: 0.01, reads: [10, 40] };
  expect(failing(sweepFigures({ idle, alone: slow, together: slow }))).toEqual(sweepFigures({ idle, alone: slow, together: slow }).map(({ name }) => name));
  expect(failing(sweepFigures({ idle, alone: { ...good, reads: [10, Number.POSITIVE_INFINITY] }, together: good }))).toEqual(["sweep.reader.p99"]);
});
