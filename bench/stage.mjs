import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "../scripts/process/free-port.mjs";
import { startStack } from "../scripts/stack.mjs";
import { startHello } from "./hello.mjs";
import { signIn } from "./sign-in.mjs";

/** What benches play on, each part started when it is first asked for: the desk with an emulator that has no limits, and the hello-world app. */
export function makeStage(project) {
  const cleaners = [];
  const once = (start) => {
    let started;
    return () => (started ??= start());
  };
  return {
    project,
    desk: once(() => startDesk(project, cleaners)),
    hello: once(async () => {
      const hello = await startHello(project);
      cleaners.push(hello.stop);
      return hello;
    }),
    clear: async () => {
      for (const clean of cleaners.splice(0).reverse()) await clean();
    },
  };
}

async function startDesk(project, cleaners) {
  const home = mkdtempSync(path.join(os.tmpdir(), "partner-desk-bench-"));
  cleaners.push(() => rmSync(home, { recursive: true, force: true }));
  const { stop, deskUrl, deskPid, emulatorUrl, env, password } = await startStack({ project, home, ports: { desk: await freePort() } });
  cleaners.push(stop);
  await order(emulatorUrl, "limits", { factor: "unlimited" });
  const accounts = await (await fetch(`${emulatorUrl}/__emulator/accounts?environment=test`)).json();
  return {
    home,
    deskUrl,
    deskPid,
    emulatorUrl,
    env,
    apiKey: env.KLARNA_TEST_API_KEY,
    accounts,
    password,
    cookie: await signIn(deskUrl, "ada@demo.example", password),
  };
}

async function order(emulatorUrl, name, given) {
  const response = await fetch(`${emulatorUrl}/__emulator/${name}`, { method: "POST", body: JSON.stringify(given) });
  if (!response.ok) throw new Error(`The emulator refused ${name}: ${await response.text()}`);
}
