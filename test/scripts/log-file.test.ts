import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync, writeSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { openLog, usualLogDays } from "../../scripts/process/log-file.mjs";

let folder: string;
let file: string;
let close: () => void;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), "log-")), "logs");
  file = path.join(folder, "desk.log");
  close = () => undefined;
});
afterEach(() => {
  close();
  vi.useRealTimers();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

const day = 86_400_000;
// Files bear the machine's own time: the days are counted from today.
const noon = new Date(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`).valueOf();
const dated = (days: number) => `desk.log.${new Date(noon + days * day).toISOString().slice(0, 10)}`;
const kept = () => readdirSync(folder).sort();
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");

function at(time: number): void {
  vi.useFakeTimers({ now: time, toFake: ["Date", "setInterval", "clearInterval"] });
}

/** Opens the log as a start would, after the one before it ended; answers how its program writes. */
function start(days = usualLogDays): (line: string) => void {
  close();
  const log = openLog(file, days);
  close = log.close;
  return (line) => writeSync(log.output, line);
}

/** A file that was last written to so many days before noon. */
function lies(name: string, days: number, text = name): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), text);
  utimesSync(path.join(folder, name), (noon - days * day) / 1_000, (noon - days * day) / 1_000);
}

test("while the program runs each day's lines are set aside under its date, and the program goes on writing to the same file", () => {
  at(noon);
  const write = start();
  write("the first\n");
  vi.advanceTimersByTime(day);
  write("the second\n");
  vi.advanceTimersByTime(day);
  write("the third\n");
  expect(kept()).toEqual(["desk.log", dated(0), dated(1)]);
  expect(kept().map(read)).toEqual(["the third\n", "the first\n", "the second\n"]);
});

test("six starts within an hour lose nothing; one on another day sets aside what earlier days wrote", () => {
  lies("desk.log", 3, "three days ago\n");
  for (let minute = 0; minute < 6; minute++) {
    at(noon + minute * 600_000);
    start()(`start ${minute}\n`);
  }
  expect(kept()).toEqual(["desk.log", dated(-3)]);
  expect(read(dated(-3))).toBe("three days ago\n");
  expect(read("desk.log").split("\n")).toHaveLength(7);
});

test("what is older than the setting says goes, at a start and while the program runs; another program's log stays", () => {
  for (const [name, days] of [
    [dated(-37), 37],
    ["desk.log.3", 9],
    [dated(-6), 6],
    ["emulator.log", 50],
  ] as const)
    lies(name, days);
  at(noon);
  start(7);
  expect(kept()).toEqual(["desk.log", dated(-6), "emulator.log"]);
  vi.advanceTimersByTime(2 * day);
  expect(kept()).not.toContain(dated(-6));
});

test("where nobody says for how long, thirty days are kept; where it can't be read, everything", () => {
  lies(dated(-31), 30.5);
  lies(dated(-29), 29);
  at(noon);
  start(Number("a while"));
  expect(kept()).toContain(dated(-31));
  start();
  expect(kept()).toEqual(["desk.log", dated(-29)]);
});

test("a day that can't be set aside stays where it is, and is set aside once it can be", () => {
  at(noon);
  const write = start();
  write("kept\n");
  // No copy can be made: the file is away.
  rmSync(file);
  vi.advanceTimersByTime(day);
  expect(kept()).toEqual([]);
  writeFileSync(file, "back\n");
  vi.advanceTimersByTime(60_000);
  expect(read(dated(0))).toBe("back\n");
  expect(existsSync(file)).toBe(true);
});

test("a day that comes twice, because a clock was set back, takes nothing away", () => {
  lies(dated(0), 0, "the first time\n");
  at(noon);
  start()("the second time\n");
  vi.advanceTimersByTime(day);
  expect(read(dated(0))).toBe("the first time\n");
  expect(read(`${dated(0)}-1`)).toBe("the second time\n");
});
