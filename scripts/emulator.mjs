// A Klarna on this machine, for other programs: npm run emulator -- --port 4000
import path from "node:path";
import { ensureInstalled } from "./process/npm.mjs";

ensureInstalled(path.resolve(import.meta.dirname, ".."));
await import("tsx");
await import("../emulator/main.ts");
