import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { syncCommand } from "@/lib/server/payouts/command";
import { findSync, listSyncs } from "@/lib/server/payouts/sync/standing";
import { startSync } from "@/lib/server/payouts/sync/start";
import { steerSync } from "@/lib/server/payouts/sync/steer";

import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { signedIn } from "../harness/people";
import { klarnasLines } from "./klarnas";
import { book, connect, forgetPayouts, paidOut, readFirst, work } from "./stage";

let emulator: TestEmulator;
let folder: string;
// A read may take six seconds.
const patient = { DESK_TIME_SCALE: "0.2" };
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
}, patient);
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "sync-"));
  await book(emulator, { payouts: 12, lines: 6 });
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await emulator.heal();
  await emulator.order("/payouts", { region: "eu", environment: "test", credential: "active" });
  await forgetPayouts();
});

const project = path.resolve(import.meta.dirname, "../../..");
const place = { region: "eu", environment: "test" } as const;

/** Runs the command; answers how it ended, and what it said where. */
async function command(...args: readonly string[]) {
  const said = { out: "", err: "" };
  const code = await syncCommand(args, { log: (line) => (said.out += `${line}\n`), error: (line) => (said.err += `${line}\n`) });
  return { code, ...said };
}

/** The same as a pipeline does, in a process of its own. */
const inAPipeline = (...args: readonly string[]) => listeningTo(() => undefined, ...args);

/** The same; what it says to people is also heard as it is said. */
async function listeningTo(hear: (said: string) => void, ...args: readonly string[]) {
  const env = { ...process.env, DESK_TIME_SCALE: "0.01" };
  const child = spawn(process.execPath, ["--import", "tsx", "--conditions=react-server", "scripts/sync.ts", ...args], { cwd: project, env });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (said.out += chunk));
  child.stderr.on("data", (chunk) => {
    said.err += chunk;
    hear(said.err);
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, ...said };
}
const which = () => ["--connection", "Shop in eu", "--out", folder];
const reads = (...args: readonly string[]) => command(...which(), ...args);
const written = (name: string) => readFileSync(path.join(folder, name), "utf8").trimEnd().split("\n");

test("without a word it lists the connections; what it doesn't understand it says, reads nothing and ends with 1", async () => {
  const id = await connect();
  await connect("oc");
  expect(await inAPipeline()).toMatchObject({ code: 0, out: expect.stringContaining(`${id}  TEST  Shop in eu`) });
  const out = ["--out", folder];
  for (const [args, says] of [
    [["--connection", id, "--full"], { out: /replace what you have/ }],
    [["--connection", id, "--full", "--incremental", ...out], { out: /replace what you have/ }],
    [["--connection", id, "--full", "--format", "xml", ...out], { out: /replace what you have/ }],
    [["--connection", id, "--everything", ...out], { err: /^Unknown option '--everything'/ }],
    [["--connection", "Nobody's", "--full", ...out], { err: /^There is no connection called Nobody's\.$/m }],
  ] as const) {
    const answer = await command(...args);
    expect(answer, args.join(" ")).toMatchObject({ code: 1 });
    for (const [where, words] of Object.entries(says)) expect(answer[where as "out" | "err"], args.join(" ")).toMatch(words);
  }
  expect(await inAPipeline("--everything")).toMatchObject({ code: 1, err: expect.stringMatching(/^Unknown option '--everything'/) });
  await query("UPDATE payout_connections SET name = 'Shop'");
  expect(await command("--connection", "Shop", "--full", ...out)).toMatchObject({ code: 1, err: expect.stringMatching(/Several .* name one by its id/) });
  expect((await listSyncs("test")).every(({ state, calls }) => state === "waiting" && calls === 0)).toBe(true);
  expect(existsSync(path.join(folder, "payouts.jsonl"))).toBe(false);
}, 180_000);

test("it reads to the end and writes what there is, then what is new; where something disagrees it says so and ends with 2", async () => {
  const id = await connect();
  expect(await reads("--incremental")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^12 payouts and \d+ transactions in .*, after \d+ calls to Klarna\.$/m),
  });
  expect([written("payouts.jsonl").length, written("transactions.jsonl").length]).toEqual([12, (await klarnasLines(emulator)).length]);
  await emulator.order("/payouts", { ...place, pending: 3 });
  await query("UPDATE payouts SET changed_at = changed_at - interval '1 hour'");
  expect(await reads("--incremental")).toMatchObject({ code: 0, out: expect.stringMatching(/^0 payouts and 0 transactions .* 1 calls/m) });
  expect(await reads("--incremental", "--format", "csv")).toMatchObject({ code: 1, err: expect.stringMatching(/isn't of this connection in this format/) });
  const oldest = (await paidOut(emulator)).at(-1)?.payment_reference ?? "";
  await emulator.order("/payouts", { ...place, changes: { [oldest]: { gone: true } } });
  const full = await inAPipeline(...which(), "--full", "--format", "csv");
  expect(full).toMatchObject({ code: 2, err: `payout-gone: ${oldest}\n`, out: expect.stringMatching(/^12 payouts and \d+ transactions/) });
  expect(written("payouts.csv").filter((row) => row.startsWith(oldest))).toEqual([expect.stringMatching(/,true,\r?$/)]);
  const [, ...lines] = written("transactions.csv");
  expect(lines).toHaveLength((await klarnasLines(emulator)).length);
  expect(lines.some((row) => row.includes(oldest))).toBe(false);
  expect(await query("SELECT connection_id FROM payout_syncs")).toEqual(Array(4).fill({ connection_id: id }));
}, 180_000);

test("where Klarna doesn't take the credential it writes nothing, says so and ends with 1", async () => {
  await connect();
  await emulator.order("/payouts", { ...place, credential: "disabled" });
  expect(await reads("--full")).toMatchObject({ code: 1, err: expect.stringContaining("It wasn't read to its end: KLARNA_REFUSED_KEY.") });
  expect(existsSync(path.join(folder, "payouts.jsonl"))).toBe(false);
});

test("everything is everything: a reading of what is new that is open is waited for, and then everything is read", async () => {
  const id = await readFirst();
  // So long ago that no reading of what is new looks there.
  const oldest = (await paidOut(emulator)).at(-1)?.payment_reference ?? "";
  await emulator.order("/payouts", { ...place, changes: { [oldest]: { credit: 77 } } });
  const { id: open } = await startSync(id, "incremental", undefined);
  const answer = await reads("--full");
  expect(answer).toMatchObject({ code: 0, err: expect.stringMatching(/^Waits for a reading of what is new .*, then reads everything\.$/m) });
  expect((await listSyncs("test")).map(({ kind, state }) => [kind, state])).toEqual([
    ["full", "done"],
    ["incremental", "done"],
    ["full", "done"],
  ]);
  expect((await findSync(open)).state).toBe("done");
  expect(written("transactions.jsonl").some((line) => line.includes(oldest) && line.includes('"amount":77,'))).toBe(true);
}, 120_000);

test("what another process is reading it waits for, and begins nothing of its own", async () => {
  const id = await connect();
  // For longer than the command takes to begin: a busy machine takes its time. No answer is so slow that nobody waits for it.
  await emulator.order("/faults", { operation: "payoutTransactions.list", kind: "slow", ms: 4_000, times: 1_000 });
  const hear = (said: string) => void (said.includes("Goes on") && emulator.heal());
  const [answer] = await Promise.all([listeningTo(hear, ...which(), "--incremental"), work()]);
  expect(answer).toMatchObject({
    code: 0,
    err: expect.stringMatching(/^Goes on with a reading of everything/m),
    out: expect.stringMatching(/^12 payouts and /),
  });
  expect(await query("SELECT connection_id FROM payout_syncs")).toEqual([{ connection_id: id }]);
}, 120_000);

test("one that somebody has paused it leaves alone, and says who can help", async () => {
  const id = await readFirst();
  const { id: personId } = await signedIn("finance");
  const { id: open } = await startSync(id, "incremental", { personId, role: "finance" });
  await steerSync(open, "pause", { personId, role: "finance" });
  for (const kind of ["--full", "--incremental"])
    expect(await reads(kind), kind).toMatchObject({
      code: 1,
      err: expect.stringMatching(/paused\. Somebody has to go on with it at the desk, or give it up\./),
    });
  expect((await findSync(open)).state).toBe("paused");
}, 120_000);
