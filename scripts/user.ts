import { parseArgs } from "node:util";

import { isRole, type Role, roleNames } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";
import { closeDatabase } from "@/lib/server/db/client";
import { addPerson, disablePerson, makeOneTimeLink, setRole } from "@/lib/server/people";

const usage = `Who may use the desk:
  npm run user -- add EMAIL NAME ROLE      adds a person and prints the link to set a password
  npm run user -- role EMAIL ROLE          gives another role; the person signs in again
  npm run user -- link EMAIL               prints a new link, for a forgotten password
  npm run user -- disable EMAIL            ends every session and lets nobody in
Roles: ${roleNames.join(", ")}`;

const [command, email = "", ...rest] = parseArgs({ allowPositionals: true }).positionals;

try {
  await run();
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

async function run(): Promise<void> {
  const [first = "", second = ""] = rest;
  if (command === "add" && rest.length === 2) {
    await addPerson({ email, name: first, role: requireRole(second) });
    await printLink();
  } else if (command === "role" && rest.length === 1) {
    await setRole(email, requireRole(first));
    console.log(`${email} is now ${first}. Sessions opened before have ended.`);
  } else if (command === "link" && email !== "") {
    await printLink();
  } else if (command === "disable" && email !== "") {
    await disablePerson(email);
    console.log(`${email} can no longer sign in. Open sessions have ended.`);
  } else {
    console.log(usage);
    process.exitCode = command === undefined ? 0 : 1;
  }
}

async function printLink(): Promise<void> {
  const link = new URL(await makeOneTimeLink(email), process.env.DESK_URL);
  console.log(`${email} sets a password here, once, within 48 hours:\n${link.href}`);
}

function requireRole(given: string): Role {
  if (isRole(given)) return given;
  throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: `The roles are ${roleNames.join(", ")}.` });
}
