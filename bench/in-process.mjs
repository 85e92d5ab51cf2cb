import { spawnSync } from "node:child_process";
import path from "node:path";

const project = path.resolve(import.meta.dirname, "..");

/** Does a part of a bench, `bench/NAME/measure.ts`, on a database in a process of its own, as memory is measured by; answers what it printed last. */
export function inProcess(name, databaseUrl, what, settings = {}) {
  const env = { ...process.env, ...usual, ...settings, DATABASE_URL: databaseUrl };
  const args = ["--import", "tsx", "--conditions=react-server", path.join(project, `bench/${name}/measure.ts`), ...what];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, env, encoding: "utf8", maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${name} ${what.join(" ")}: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

const usual = {
  DESK_URL: "http://localhost:3000",
  DESK_SIGN_IN_SECRET: "a made-up secret that signs nobody in",
  DESK_DATA_KEY: "k1:bWFkZS11cCBkYXRhIGtleSBvZiAzMiBieXRlcyAhISE=",
  KLARNA_TEST_API_KEY: "klarna_test_api_emulator",
  KLARNA_TEST_URL: "http://127.0.0.1:1",
};
