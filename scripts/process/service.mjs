import { spawn } from "node:child_process";
import { openLog, usualLogDays } from "./log-file.mjs";

const patience = { toAnswer: 60_000, toEnd: 5_000 };

/**
 * Runs a Node program that is meant to stay, its output in the file `log`, kept for `logDays`, or on this terminal. It sits in a process group of
 * its own, so that Ctrl-C reaches it only through `stop`, and it ends when this process does, however that ends.
 * `failed` rejects if it ends by itself; `stop` waits so many milliseconds for it to end in order.
 */
export function startService({ name, args, env, cwd, log: file, logDays = usualLogDays, patience: toEnd = patience.toEnd }) {
  const log = file === undefined ? undefined : openLog(file, logDays);
  const output = log?.output ?? "inherit";
  const child = spawn(process.execPath, ["--import", new URL("end-with-parent.mjs", import.meta.url).href, ...args], {
    cwd,
    env: { ...env, SERVICE_OF: String(process.pid) },
    stdio: ["ignore", output, output, "ipc"],
    detached: process.platform !== "win32",
  });
  const ended = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? `exit ${code}`));
    child.once("error", (error) => resolve(error.message));
  });
  const service = { pid: child.pid, failed: failure(name, ended, log), stop: () => stop(child, ended, toEnd) };
  service.failed.catch(() => undefined);
  return service;
}

/** Resolves once `url` answers with a 2xx; rejects if the service ends first, or says nothing for a minute. */
export async function answers(url, service) {
  const givenUp = new AbortController();
  const asking = async () => {
    while (!givenUp.signal.aborted) {
      if (await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(isOk, () => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const silence = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${url} has not answered for a minute.`)), patience.toAnswer).unref();
  });
  await Promise.race([asking(), service.failed, silence]).finally(() => givenUp.abort());
}

/** Whether a process of this number is there. */
export function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

async function failure(name, ended, log) {
  const how = await ended;
  const said = log === undefined ? "" : `\n${log.lastWords()}`;
  log?.close();
  throw new Error(`${name} ended (${how}).${said}`);
}

async function stop(child, ended, toEnd) {
  child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), toEnd);
  await ended;
  clearTimeout(impatience);
}

function isOk(response) {
  return response.ok;
}
