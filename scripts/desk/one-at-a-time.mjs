import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { someoneAnswers } from "../process/free-port.mjs";
import { isRunning } from "../process/service.mjs";

/** Where the desk that runs on the data in `home` is open, if one does. */
export async function openDeskIn(home) {
  const { pid, ports, deskUrl } = readNote(home) ?? {};
  if (pid === undefined || pid === process.pid || !isRunning(pid)) return undefined;
  const heard = await Promise.all(ports.map((port) => someoneAnswers(port)));
  return heard.includes(true) ? deskUrl : undefined;
}

/** Where the emulator of the desk on `home` listens, if that desk has one; nobody listens at the address that is answered otherwise. */
export function emulatorIn(home) {
  return readNote(home)?.emulatorUrl ?? "http://127.0.0.1:1";
}

/** Notes that this process runs a desk on `home`: two on the same data would spoil it. `stop` removes the note. */
export async function claimHome(home, { ports, deskUrl, emulatorUrl = undefined }) {
  const open = await openDeskIn(home);
  if (open) throw new Error(`A desk with this data is already open at ${open}`);
  mkdirSync(home, { recursive: true });
  writeFileSync(noteFile(home), JSON.stringify({ pid: process.pid, ports, deskUrl, emulatorUrl }));
  return { stop: () => rmSync(noteFile(home), { force: true }) };
}

function readNote(home) {
  try {
    return JSON.parse(readFileSync(noteFile(home), "utf8"));
  } catch {
    return undefined;
  }
}

function noteFile(home) {
  return path.join(home, "running.json");
}
