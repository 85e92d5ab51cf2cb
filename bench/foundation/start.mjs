import path from "node:path";
import { builtDesk } from "../../scripts/desk/services.mjs";
import { freePort } from "../../scripts/process/free-port.mjs";
import { startService } from "../../scripts/process/service.mjs";
import { ratioFigure } from "../figure.mjs";
import { median } from "../statistics.mjs";

const rounds = 7;

/** From the start of the desk's process to its first signed-in page, whole, against a hello-world app's; the database is up already. */
export async function start(stage) {
  const desk = await stage.desk();
  const hello = await stage.hello();
  return startAgainst(stage.project, desk, { args: [hello.program], page: "/" }, rounds);
}

/** The same, so many times in turns. */
export async function startAgainst(project, { env, cookie }, hello, times) {
  const program = path.join(project, ".next/standalone/server.js");
  const ours = { args: builtDesk(project, program), page: "/test/merchants", env, headers: { cookie } };
  const took = { ours: [], hello: [] };
  // The first of each finds the disk cold, and leaves the desk's compiled code for the next.
  for (let round = 0; round <= times; round++) {
    const each = { ours: await firstPage(ours), hello: await firstPage(hello) };
    if (round > 0) for (const name of ["ours", "hello"]) took[name].push(each[name]);
  }
  return [ratioFigure({ name: "start.page", ours: median(took.ours), yardstick: median(took.hello), unit: "ms", most: 1.5 })];
}

async function firstPage({ args, page, env = {}, headers = {} }) {
  const port = await freePort();
  const folder = path.dirname(args.at(-1));
  const began = performance.now();
  const service = startService({
    name: "A server",
    args,
    cwd: folder,
    env: { ...process.env, ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: String(port), HOSTNAME: "127.0.0.1" },
    log: path.join(folder, "started.log"),
  });
  try {
    for (;;) {
      const html = await Promise.race([pageAt(`http://127.0.0.1:${port}${page}`, headers), service.failed]);
      if (html) return performance.now() - began;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  } finally {
    await service.stop();
  }
}

/** The whole page, once it is one and not the way to another. */
async function pageAt(url, headers) {
  try {
    const response = await fetch(url, { headers, redirect: "manual" });
    const html = await response.text();
    if (response.status !== 200 || !html.includes("</html>")) throw new Error(`${url} answered ${response.status}.`);
    return html;
  } catch (error) {
    if (error.cause?.code === "ECONNREFUSED") return undefined;
    throw error;
  }
}
