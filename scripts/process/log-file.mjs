import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import path from "node:path";

/** For how many days logs are kept where the settings don't say. */
export const usualLogDays = 30;

/**
 * Opens a log that a program writes by itself, through `output`. The file holds one day, in UTC; each earlier one lies beside it as
 * desk.log.2026-11-26 and goes after so many days, at a start and while the program runs. `lastWords` are the latest of what was written since; `close` ends the care.
 */
export function openLog(file, days) {
  mkdirSync(path.dirname(file), { recursive: true });
  let day = existsSync(file) ? dayOf(statSync(file).mtime) : dayOf(new Date());
  if (isOver(day)) renameSync(file, free(`${file}.${day}`));
  removeOld(file, days);
  day = dayOf(new Date());
  const output = openSync(file, "a+", 0o600);
  let begun = fstatSync(output).size;

  const turn = setInterval(() => {
    if (!isOver(day) || !setAside(file, free(`${file}.${day}`))) return;
    [day, begun] = [dayOf(new Date()), 0];
    removeOld(file, days);
  }, 60_000);
  turn.unref();
  const close = () => {
    clearInterval(turn);
    closeSync(output);
  };
  return { output, lastWords: () => lastLines(output, begun), close };
}

function dayOf(time) {
  return time.toISOString().slice(0, 10);
}

function isOver(day) {
  return day !== dayOf(new Date());
}

/** A name that nothing has yet: after a clock was set back, a day can come twice. */
function free(name) {
  let taken = 0;
  while (existsSync(taken === 0 ? name : `${name}-${taken}`)) taken++;
  return taken === 0 ? name : `${name}-${taken}`;
}

/** The program goes on writing to the file it was given, at its end, wherever that is: so what is in it is copied, and the file emptied. */
function setAside(file, name) {
  try {
    copyFileSync(file, name);
    truncateSync(file, 0);
    return true;
  } catch {
    // A full disk, say: nothing is taken away, and the next minute tries again.
    rmSync(name, { force: true });
    return false;
  }
}

function removeOld(file, days) {
  const folder = path.dirname(file);
  const earlier = readdirSync(folder).filter((name) => name.startsWith(`${path.basename(file)}.`));
  for (const name of earlier) if (statSync(path.join(folder, name)).mtimeMs < Date.now() - days * 86_400_000) rmSync(path.join(folder, name));
}

function lastLines(output, begun) {
  const { size } = fstatSync(output);
  const from = Math.max(begun, size - 16_384);
  const bytes = Buffer.alloc(Math.max(0, size - from));
  readSync(output, bytes, 0, bytes.length, from);
  return bytes.toString("utf8").trim().split("\n").slice(-20).join("\n");
}
