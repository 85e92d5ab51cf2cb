import { parseArgs } from "node:util";

import { isRole, type Role, roleNames } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";
import { closeDatabase } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { addPerson, disablePerson, forgetSecondFactor, makeOneTimeLink, setRole } from "@/lib/server/people";

const usage = `Who may use the desk:
  npm run user -- add EMAIL NAME ROLE      adds a person and prints the link to set a password
  npm run user -- role EMAIL ROLE          gives another role; the person signs in again
  npm run user -- link EMAIL               prints a new link, for a forgotten password
  npm run user -- disable EMAIL            ends every session and lets nobody in
  npm run user -- reset-second-factor EMAIL  for a lost telephone: their password alone lets them in until they set up a new one
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
    if (env().signIn.passwords) await printLink();
    else console.log(`${email} can sign in with ${env().signIn.provider?.label} now. Passwords are turned off, so there is no link.`);
  } else if (command === "role" && rest.length === 1) {
    await setRole(email, requireRole(first));
    console.log(`${email} is now ${first}. Sessions opened before have ended.`);
  } else if (command === "link" && email !== "") {
    await printLink();
  } else if (command === "disable" && email !== "") {
    await disablePerson(email);
    console.log(`${email} can no longer sign in. Open sessions have ended.`);
  } else if (command === "reset-second-factor" && email !== "") {
    const had = await forgetSecondFactor(email);
    console.log(had ? `${email} signs in with their password alone until they set up a new second factor.` : `${email} has no second factor.`);
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
