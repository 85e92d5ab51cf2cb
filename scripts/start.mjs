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
  if (desk.klarna !== "own")
    throw new Error("There is no key of Klarna's: set KLARNA_TEST_API_KEY (see .env.example), or run npm run demo to try the desk without one.");
  const stack = await startStack({ project, ...desk, ports: wantedPorts(), databaseUrl: process.env.DATABASE_URL, signal });
  console.log(`Partner Desk listens on ${stack.deskUrl} for ${stack.env.DESK_URL}. Ctrl-C stops it.`);
  return stack;
});
