import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The memory that a process has in hand, in megabytes. */
export function processMemory(pid) {
  const kilobytes =
    process.platform === "linux"
      ? /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
      : execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return (Number(kilobytes) * 1_024) / 1e6;
}
