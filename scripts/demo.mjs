import path from "node:path";
import { parseArgs } from "node:util";
import { wantedPorts } from "./desk/which.mjs";
import { ensureInstalled } from "./process/npm.mjs";
import { untilStopped } from "./process/until-stopped.mjs";

const project = path.resolve(import.meta.dirname, "..");
const home = path.join(project, ".data");
const began = Date.now();

await untilStopped(async (signal) => {
  const { fresh } = parseArgs({ options: { fresh: { type: "boolean" } } }).values;
  ensureInstalled(project);
  // Packages may only just have come: what needs them is loaded now.
  const { startStack } = await import("./stack.mjs");
  const { demoPeople } = await import("./desk/people.mjs");
  if (fresh) await (await import("./desk/forget.mjs")).forget({ project, home, databaseUrl: process.env.DATABASE_URL });
  const stack = await startStack({ project, home, ports: wantedPorts(), databaseUrl: process.env.DATABASE_URL, signal });
  greet(stack, demoPeople);
  return stack;
});

function greet({ deskUrl, emulatorUrl, password }, people) {
  const who = people.map(({ email, name, role }) => `    ${email.padEnd(20)} ${role.padEnd(11)} ${name}`);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`
  Partner Desk is open at  ${deskUrl}   (after ${seconds} s)

  Sign in as one of
${who.join("\n")}
  with the password  ${password}

  Klarna is played by the emulator at ${emulatorUrl}. What happens is kept in .data (logs in .data/logs).
  Ctrl-C stops everything; npm run demo -- --fresh begins anew.
`);
}
