import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { freePort, someoneAnswers } from "../process/free-port.mjs";

/**
 * Runs a PostgreSQL of the programs in `bin` on the folder `data`, on loopback. A server that outlived whoever started it is
 * taken over if it answers (`found`), else swept away. `stop` ends it in order, `url` is the database of its only user.
 */
export async function startCluster({ bin, data, owner, port, settings = {} }) {
  const tools = toolsIn(bin, owner);
  const found = await takeOver(tools, data, port);
  if (found === undefined) {
    createFiles(tools, data, owner);
    return server(tools, data, startOn(tools, data, port ?? (await freePort()), settings), false);
  }
  return server(tools, data, found, true);
}

/** Whether a server runs on the folder `data`. */
export function isClusterRunning({ data }) {
  return runningOn(data) !== undefined;
}

/** Stops the server that runs on the folder `data`, if one does; `immediate` is for data that nobody needs any more. */
export function stopCluster({ bin, data, owner, mode = "fast" }) {
  if (runningOn(data)) stop(toolsIn(bin, owner), data, mode);
}

function server(tools, data, port, found) {
  return { url: `postgres://desk@127.0.0.1:${port}/postgres`, found, stop: () => stop(tools, data) };
}

function toolsIn(bin, owner) {
  // On Windows programs need more of the environment than elsewhere.
  const env = process.platform === "win32" ? { ...process.env, LC_ALL: "C" } : { PATH: process.env.PATH, LC_ALL: "C" };
  return (name, args, options) => spawnSync(path.join(bin, name), args, { ...owner, cwd: path.parse(bin).root, encoding: "utf8", env, ...options });
}

/** The port of the server that already runs on this folder, if it works and is where it is wanted. */
async function takeOver(tools, data, wanted) {
  const left = runningOn(data);
  if (left === undefined) return undefined;
  const answers = await someoneAnswers(left.port);
  if (answers && (wanted === undefined || wanted === left.port)) return left.port;
  try {
    stop(tools, data);
  } catch (error) {
    // Where nobody answers, another program may have the number by now: PostgreSQL judges by itself what such a lock is worth.
    if (answers) throw error;
  }
  return undefined;
}

/** The server that holds the folder's lock; a lock that nobody holds is removed. */
function runningOn(data) {
  const lock = path.join(data, "postmaster.pid");
  if (!existsSync(lock)) return undefined;
  const [pid, , , port] = readFileSync(lock, "utf8").split("\n").map(Number);
  if (!isGone(pid)) return { port };
  rmSync(lock, { force: true });
  return undefined;
}

/** A killed server may linger as a zombie, or its number may have gone to another program: PostgreSQL takes both for itself. */
function isGone(pid) {
  if (process.platform === "win32") return !isThere(pid);
  const { state, command } = process.platform === "linux" ? processOnLinux(pid) : processElsewhere(pid);
  return state.startsWith("Z") || !command.includes("postgres");
}

function isThere(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

/** Small Linux images have no `ps`. */
function processOnLinux(pid) {
  const file = `/proc/${pid}/stat`;
  const [, command = "", state = ""] = (existsSync(file) && /\((.*)\) (\S)/.exec(readFileSync(file, "utf8"))) || [];
  return { state, command };
}

function processElsewhere(pid) {
  const [state = "", command = ""] = spawnSync("ps", ["-o", "stat=,comm=", "-p", String(pid)], { encoding: "utf8" })
    .stdout.trim()
    .split(/\s+/);
  return { state, command };
}

function createFiles(tools, data, owner) {
  if (existsSync(path.join(data, "PG_VERSION"))) return;
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (owner.uid !== undefined) chownSync(data, owner.uid, owner.gid);
  const version = Number(/\d+/.exec(tools("postgres", ["--version"]).stdout ?? "")?.[0]);
  if (!version) throw new Error("The embedded PostgreSQL doesn't run on this machine. Set DATABASE_URL to a PostgreSQL 15 or newer.");
  const locale = version >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"] : ["--locale=C.UTF-8"];
  mustSucceed("initdb", tools("initdb", ["-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", ...locale]));
}

function startOn(tools, data, port, settings) {
  const options = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
  const flags = Object.entries(options).map(([name, value]) => `-c ${name}=${value}`);
  const log = path.join(data, "server.log");
  // `stdio: ignore`: the server inherits the pipes of pg_ctl and would hold them open.
  const started = tools("pg_ctl", ["-D", data, "-w", "-l", log, "-o", `-p ${port} ${flags.join(" ")}`, "start"], { stdio: "ignore" });
  if (started.status !== 0) throw new Error(`PostgreSQL did not start on port ${port}: ${lastLines(log)}`);
  return port;
}

function stop(tools, data, mode = "fast") {
  mustSucceed("pg_ctl stop", tools("pg_ctl", ["-D", data, "-m", mode, "-w", "stop"]));
}

function mustSucceed(tool, result) {
  if (result.status !== 0) throw new Error(`${tool}: ${result.stderr || result.error?.message || `exit ${result.status}`}`);
}

function lastLines(file) {
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").slice(-5).join("\n") : "it left no log";
}
