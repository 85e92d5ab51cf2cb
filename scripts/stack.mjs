import path from "node:path";
import { keepDatabase, startDatabase } from "./database.mjs";
import { ensureBuilt } from "./desk/build.mjs";
import { fill, isFilled } from "./desk/fill.mjs";
import { refuseMoved } from "./desk/moved.mjs";
import { claimHome } from "./desk/one-at-a-time.mjs";
import { localSecrets } from "./desk/secrets.mjs";
import { startDesk, startEmulator } from "./desk/services.mjs";
import { emulatedSettings, ownSettings } from "./desk/settings.mjs";
import { migrate } from "./migrate.mjs";
import { freePort, holdPort, nextFreePort } from "./process/free-port.mjs";
import { partsList } from "./process/parts-list.mjs";
import { answers } from "./process/service.mjs";

/**
 * A whole desk on this machine, and the only way to start one: database (embedded, or at `databaseUrl`), emulator with demo
 * people and its portfolio in the directory (unless `klarna` is "own": then the caller's settings count), and the desk: the
 * production build, or `next dev` with `mode: "development"`. All it writes is under `home`. Resolves when pages can be opened;
 * `failed` rejects when a part ends by itself; `stop` ends all in order, and so does `signal` before that. `timeScale` below 1
 * makes Klarna's waits shorter. `settings` go before the stack's own; `startDeskAgain` does so after the desk was ended, with other settings
 * if any are given.
 */
export async function startStack(options) {
  const parts = partsList();
  const aborted = new Promise((_, reject) => options.signal?.addEventListener("abort", () => reject(options.signal.reason)));
  try {
    return await Promise.race([start(parts, options), aborted]);
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

/**
 * Makes what a desk with the emulator finds in its home and in its database (embedded in that home, or at `databaseUrl`) when it is started for the first time, and starts no
 * desk. Others begin with copies of both, and have nothing to fill.
 */
export async function fillHome({ project, home, databaseUrl = undefined, timeScale = 1 }) {
  const parts = partsList();
  try {
    const secrets = localSecrets(path.join(home, "secrets.json"));
    const [deskPort, emulatorPort] = [await freePort(), await freePort()];
    const urls = { deskUrl: `http://localhost:${deskPort}`, emulatorUrl: `http://127.0.0.1:${emulatorPort}` };
    const emulator = parts.add(startEmulator({ project, home, mode: "production", timeScale, secrets, deskPort, emulatorPort }));
    const database = databaseUrl ? { url: databaseUrl } : parts.add(await startDatabase(project, { home }));
    await migrate(database.url);
    const env = emulatedSettings({ ...urls, databaseUrl: database.url, secrets, timeScale });
    await fillOnce({ project, env, emulator, secrets, ...urls });
  } finally {
    await parts.stop();
  }
}

async function start(parts, { project, home, ports = {}, databaseUrl, timeScale = 1, mode = "production", klarna = "emulator", settings = {} }) {
  const deskPort = ports.desk ?? (await nextFreePort(3000));
  const emulatorPort = ports.emulator ?? (await freePort());
  const urls = { deskUrl: `http://localhost:${deskPort}`, emulatorUrl: `http://127.0.0.1:${emulatorPort}` };
  // A build takes a minute, in which another desk would take the port.
  const held = parts.add(await holdPort(deskPort));
  parts.add(await claimHome(home, { ports: [deskPort, emulatorPort], ...urls }));
  const secrets = localSecrets(path.join(home, "secrets.json"));
  const place = { project, home, mode, timeScale, secrets, deskPort, emulatorPort };

  // The slow ones first: the emulator wakes up and the build runs while the database is made ready.
  const emulator = klarna === "emulator" ? parts.add(startEmulator(place)) : undefined;
  const building = new AbortController();
  parts.add({ stop: () => building.abort() });
  const program = mode === "production" ? ensureBuilt(project, building.signal) : Promise.resolve(path.join(project, "node_modules/next/dist/bin/next"));
  program.catch(() => undefined);
  if (!databaseUrl) refuseMoved(home);
  const database = databaseUrl ? { url: databaseUrl } : parts.add(await startDatabase(project, { home, port: ports.database }));
  if (!databaseUrl) parts.add(keepDatabase(project, { url: database.url, home }));
  await migrate(database.url);

  const env = { ...(emulator ? emulatedSettings : ownSettings)({ ...urls, databaseUrl: database.url, secrets, timeScale }), ...settings };
  const filled = emulator && fillOnce({ project, env, emulator, secrets, ...urls });
  const letGo = async (built) => {
    await held.stop();
    return built;
  };
  const [desk] = await Promise.all([openDesk(parts, place, program.then(letGo), env), filled]);
  const startDeskAgain = async (changed = {}) => (await openDesk(parts, place, program, { ...env, ...changed })).pid;
  const known = { ...urls, deskPid: desk.pid, databaseUrl: database.url, env, password: secrets.demoPassword };
  return { ...known, startDeskAgain, failed: parts.failed(), stop: parts.stop };
}

async function fillOnce({ project, env, emulator, emulatorUrl, secrets }) {
  await answers(`${emulatorUrl}/__emulator/accounts?environment=test`, emulator);
  if (!(await isFilled(env.DATABASE_URL))) await fill({ project, env, emulatorUrl, password: secrets.demoPassword });
}

async function openDesk(parts, place, program, env) {
  const desk = parts.add(startDesk({ ...place, program: await program, env }));
  await answers(`http://127.0.0.1:${place.deskPort}/api/health`, desk);
  return desk;
}
