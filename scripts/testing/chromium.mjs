import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { installFromDebian } from "./debian.mjs";

// First the one without windows of its own: the others draw their bars too, with a process for each, and stories take longer.
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"];

/** The program of an installed Chromium: the one at CHROMIUM_PATH, one on the PATH, or one in its usual place. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : undefined;
  const onPath = (process.env.PATH ?? "").split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...onPath, ...usualPlaces()].find((file) => existsSync(file));
}

/** A Chromium, installed from Debian if there is none and this is root on Debian; else an error that says what to do. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.env.CHROMIUM_PATH) throw new Error("CHROMIUM_PATH names a file that doesn't exist.");
  const installed = ["chromium-headless-shell", "chromium"].some((name) => installFromDebian(name, "fonts-liberation"));
  const program = installed && findChromium();
  if (program) return program;
  throw new Error(
    "The stories need a Chromium or Chrome. Install one (Debian: apt-get install chromium fonts-liberation), or set CHROMIUM_PATH to its program.",
  );
}

function usualPlaces() {
  if (process.platform === "darwin") {
    const programs = [
      "Google Chrome.app/Contents/MacOS/Google Chrome",
      "Chromium.app/Contents/MacOS/Chromium",
      "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];
    return ["/Applications", path.join(os.homedir(), "Applications")].flatMap((folder) => programs.map((program) => path.join(folder, program)));
  }
  if (process.platform !== "win32") return [];
  const folders = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].filter(Boolean);
  return folders.flatMap((folder) =>
    ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"].map((file) => path.join(folder, file)),
  );
}
