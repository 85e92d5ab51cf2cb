import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The CPU that a process has used so far, user and system, in milliseconds. */
export function processCpu(pid) {
  return process.platform === "linux"
    ? fromProc(readFileSync(`/proc/${pid}/stat`, "utf8"))
    : fromPs(execFileSync("ps", ["-o", "time=", "-p", String(pid)], { encoding: "utf8" }));
}

// After the name in brackets the fields are numbers; user and system time are the 14th and 15th of all, in hundredths of a second.
function fromProc(stat) {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** `1:02.35`, or `3:01:02.35` */
function fromPs(time) {
  return (
    time
      .trim()
      .split(":")
      .reduce((seconds, part) => seconds * 60 + Number(part), 0) * 1_000
  );
}
