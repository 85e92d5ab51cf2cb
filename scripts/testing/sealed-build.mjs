import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ensureBuilt } from "../desk/build.mjs";

const secret = /KLARNA_\w*(API_KEY|WEBHOOK_KEYS|MTLS)|DESK_(SIGN_IN_SECRET|DATA_KEY|OIDC_CLIENT_SECRET)|DATABASE_URL|klarna_(test|live)_api_\w/;

/** Builds the desk if its sources changed, and checks that what browsers download holds no key nor a variable's name. Answers the count. */
export async function checkBuild(project) {
  await ensureBuilt(project);
  const leaks = leaksIn(path.join(project, ".next/static"));
  console.log(leaks.length === 0 ? "✓ no secret in what browsers download" : `✗ secrets in what browsers download\n${leaks.join("\n")}`);
  return { passed: leaks.length === 0 ? 1 : 0, failed: leaks.length === 0 ? 0 : 1, skipped: 0 };
}

/** The files under a folder that hold a key or the name of its variable. */
export function leaksIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)).filter((file) => secret.test(readFileSync(file, "latin1")));
}
