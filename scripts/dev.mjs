import path from "node:path";
import { loadEnvFile } from "./desk/env-file.mjs";
import { deskOf, wantedPorts } from "./desk/which.mjs";
import { ensureInstalled } from "./process/npm.mjs";
import { untilStopped } from "./process/until-stopped.mjs";

const project = path.resolve(import.meta.dirname, "..");

await untilStopped(async (signal) => {
  ensureInstalled(project);
  loadEnvFile(project);
  const { startStack } = await import("./stack.mjs");
  const desk = deskOf(project);
  const stack = await startStack({ project, ...desk, ports: wantedPorts(), mode: "development", databaseUrl: process.env.DATABASE_URL, signal });
  const people = desk.klarna === "emulator" ? `, as ada@demo.example (admin) with ${stack.password}` : "";
  console.log(`\nDeveloping at ${stack.deskUrl}${people}\n`);
  return stack;
});
