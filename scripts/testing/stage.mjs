import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createDatabase, startScratchServer } from "../postgres/scratch.mjs";
import { freePort } from "../process/free-port.mjs";
import { startStack } from "../stack.mjs";

const project = path.resolve(import.meta.dirname, "../..");
// Klarna's minutes pass in seconds, its seconds in moments that a person would still see.
const timeScale = 0.1;

/**
 * What the stories play on, new for every run: production build, emulator and an empty database. Workers find it in their
 * environment: DESK_URL, EMULATOR_URL, DATABASE_URL, DEMO_PASSWORD and the desk's own DESK_… settings. Its logs stay in
 * test-results/logs.
 */
export default async function setTheStage() {
  const home = mkdtempSync(path.join(os.tmpdir(), "partner-desk-stage-"));
  const server = await startScratchServer(project);
  const database = await createDatabase(server.url);
  const clear = async () => {
    await database.drop();
    server.stop();
    const logs = path.join(home, "logs");
    if (existsSync(logs)) cpSync(logs, path.join(project, "test-results/logs"), { recursive: true });
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const stack = await startStack({ project, home, ports: { desk: await freePort() }, databaseUrl: database.url, timeScale });
    Object.assign(process.env, settingsIn(stack.env), { EMULATOR_URL: stack.emulatorUrl, DEMO_PASSWORD: stack.password });
    return () => stack.stop().finally(clear);
  } catch (error) {
    await clear();
    throw error;
  }
}

function settingsIn(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => /^(DATABASE_URL$|DESK_)/.test(name)));
}
