import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";

import { noKlarna, withDesk } from "../harness/desk";
import { accountId } from "./stage";

withDesk(noKlarna);

const project = path.resolve(import.meta.dirname, "../../..");

test("a list comes in through a pipe, also from a program that takes its time", async () => {
  const args = ["--import", "tsx", "--conditions=react-server", "scripts/accounts.ts", "import", "-", "--environment", "test"];
  const child = spawn(process.execPath, args, { cwd: project, stdio: "pipe" });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (said.out += chunk));
  child.stderr.on("data", (chunk) => (said.err += chunk));
  const ended = once(child, "close");
  // Where it has broken off, nobody takes the rest.
  child.stdin.on("error", () => undefined);
  const lines = (first: number) => Array.from({ length: 500 }, (_, index) => `${accountId(first + index)},Ærøskøbing\n`).join("");
  // In all more than a pipe holds: before the last piece is gone, the other end has read all others and waits.
  for (let first = 0; first < 10_000; first += 500) await new Promise((resolve) => child.stdin.write(lines(first), resolve));
  child.stdin.end(accountId(10_000));
  expect([...(await ended), said.err]).toEqual([0, null, ""]);
  expect(said.out).toContain("10001 to be read, 0 known before.");
  expect(await query("SELECT count(*)::int AS rows FROM import_rows")).toEqual([{ rows: 10_001 }]);
});
