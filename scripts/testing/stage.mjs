import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createDatabase, startScratchServer } from "../postgres/scratch.mjs";
import { freePort } from "../process/free-port.mjs";
import { fillHome, startStack } from "../stack.mjs";
import { copyHome } from "./copy-home.mjs";

const project = path.resolve(import.meta.dirname, "../..");
// Klarna's minutes pass in seconds, its seconds in moments that a person would still see.
const timeScale = 0.1;

/**
 * What the stories play on, new for every run: production build, emulator and a database that hold what a demo begins with. Workers find it in their
 * environment: DESK_URL, EMULATOR_URL, DATABASE_URL, DEMO_PASSWORD and the desk's own DESK_… settings; and what places of their own begin with, as FILLED_HOME and
 * FILLED_DATABASE_URL. Its logs stay in test-results/logs.
 */
export default async function setTheStage() {
  const home = mkdtempSync(path.join(os.tmpdir(), "partner-desk-stage-"));
  const server = await startScratchServer(project, { inMemory: true });
  const filled = { home: path.join(home, "filled"), database: await createDatabase(server.url) };
  const clear = () => {
    server.stop();
    const logs = path.join(home, "logs");
    if (existsSync(logs)) cpSync(logs, path.join(project, "test-results/logs"), { recursive: true });
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await fillHome({ project, home: filled.home, databaseUrl: filled.database.url, timeScale });
    copyHome(filled.home, home);
    const database = await createDatabase(server.url, filled.database.url);
    const stack = await startStack({ project, home, ports: { desk: await freePort() }, databaseUrl: database.url, timeScale });
    Object.assign(process.env, settingsIn(stack.env), { EMULATOR_URL: stack.emulatorUrl, DEMO_PASSWORD: stack.password });
    Object.assign(process.env, { FILLED_HOME: filled.home, FILLED_DATABASE_URL: filled.database.url });
    return () => stack.stop().finally(clear);
  } catch (error) {
    clear();
    throw error;
  }
}

function settingsIn(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => /^(DATABASE_URL$|DESK_)/.test(name)));
}
