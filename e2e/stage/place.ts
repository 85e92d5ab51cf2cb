import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

import { createDatabase } from "../../scripts/postgres/scratch.mjs";
import { freePort } from "../../scripts/process/free-port.mjs";
import { isRunning } from "../../scripts/process/service.mjs";
import { startStack } from "../../scripts/stack.mjs";
import { copyHome } from "../../scripts/testing/copy-home.mjs";
import { startProvider } from "../../scripts/testing/provider.mjs";
import { type Gate, openGate } from "./gate";

const project = path.resolve(import.meta.dirname, "../..");

/** A desk with its Klarna and its database, and what a story needs to look behind the scenes. */
export interface Place {
  readonly deskUrl: string;
  readonly emulatorUrl: string;
  /** The settings that the desk was started with, as far as the story may know them. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly query: <Row extends pg.QueryResultRow>(statement: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
}

/** A place that only this story's worker plays on: what breaks here breaks for nobody else. */
export interface OwnPlace extends Place {
  /** Between the desk and its database. */
  readonly gate: Gate;
  /** The folder that holds all that the desk and its Klarna write, logs included. */
  readonly home: string;
  readonly demoPassword: string;
  /** The provider of single sign-on, where the desk has one. */
  readonly provider: Provider | undefined;
  /** The desk's process. */
  readonly deskPid: number;
  /** Ends the desk's process in order, and starts it anew with some settings changed. */
  readonly restartDesk: (changed: Readonly<Record<string, string>>) => Promise<void>;
}

/** An OpenID provider as a story plays with it. */
export interface Provider {
  /** Its accounts by login, with their claims; they may change at any time. */
  readonly people: Map<string, Readonly<Record<string, unknown>>>;
  readonly away: (whether: boolean) => void;
}

/** The place that all stories share, made once before the first. */
export function sharedPlace(): Place & { readonly close: () => Promise<void> } {
  const { DESK_URL = "", EMULATOR_URL = "", DATABASE_URL } = process.env;
  return { deskUrl: DESK_URL, emulatorUrl: EMULATOR_URL, env: process.env, ...database(DATABASE_URL) };
}

/** A whole stack of its own, on a database of its own on the stage's server; with an OpenID provider that it trusts, if it should have one. */
export async function ownPlace(withProvider = false): Promise<OwnPlace & { readonly close: () => Promise<void> }> {
  const { DATABASE_URL, FILLED_DATABASE_URL, FILLED_HOME = "" } = process.env;
  const home = mkdtempSync(path.join(os.tmpdir(), "partner-desk-island-"));
  copyHome(FILLED_HOME, home);
  const made = await createDatabase(DATABASE_URL, FILLED_DATABASE_URL);
  const gate = await openGate(made.url);
  const desk = await freePort();
  const provider = withProvider ? await startProvider({ port: await freePort(), deskUrl: `http://localhost:${desk}` }) : undefined;
  // Of a role that no story of single sign-on gives away.
  const settings = provider && { ...provider.settings, DESK_SECOND_FACTOR_ROLES: "auditor" };
  const stack = await startStack({ project, home, ports: { desk }, databaseUrl: gate.url, timeScale: 0.1, settings });
  const { query, close } = database(made.url);
  let pid = stack.deskPid ?? 0;
  const restartDesk: OwnPlace["restartDesk"] = async (changed) => {
    process.kill(pid, "SIGTERM");
    while (isRunning(pid)) await sleep(20);
    pid = (await stack.startDeskAgain(changed)) ?? 0;
  };
  return {
    ...{ deskUrl: stack.deskUrl, emulatorUrl: stack.emulatorUrl, deskPid: stack.deskPid ?? 0, env: stack.env },
    ...{ query, gate, home, demoPassword: stack.password, provider, restartDesk },
    close: async () => {
      await close();
      await stack.stop();
      await provider?.stop();
      await gate.close();
      await made.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function database(connectionString: string | undefined) {
  const pool = new pg.Pool({ connectionString, max: 2 });
  return {
    query: async <Row extends pg.QueryResultRow>(statement: string, values: readonly unknown[] = []) => (await pool.query<Row>(statement, [...values])).rows,
    close: () => pool.end(),
  };
}
