import { spawn } from "node:child_process";
import path from "node:path";
import pg from "pg";
import { demoPeople } from "./people.mjs";

/** Whether the demo people are in this database: they come last, so everything else is too. */
export async function isFilled(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT count(*)::int AS count FROM people WHERE email = ANY($1)", [demoPeople.map(({ email }) => email)]);
    return rows[0].count === demoPeople.length;
  } finally {
    await client.end();
  }
}

/** Puts the emulator's accounts into the desk's directory and adds the demo people, through the desk's own code. */
export async function fill({ project, env, emulatorUrl, password }) {
  const args = ["--import", "tsx", "--conditions=react-server", path.join(project, "scripts/fill.ts")];
  const child = spawn(process.execPath, args, {
    cwd: project,
    env: { ...env, EMULATOR_URL: emulatorUrl, DEMO_PASSWORD: password },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error("The demo's people and merchants could not be added: see above.");
}
