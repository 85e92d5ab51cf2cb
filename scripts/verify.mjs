import { existsSync } from "node:fs";
import path from "node:path";
import { checkDocs } from "./check-docs.mjs";
import { ensureInstalled } from "./process/npm.mjs";
import { runTool } from "./process/tool.mjs";

const folders = ["app", "components", "lib", "emulator", "scripts", "bench", "e2e", "test"];

const checks = [
  ["types", async (run) => (await run("next/dist/bin/next", "typegen")) || run("typescript-native/bin/tsc", "--noEmit")],
  ["format and lint", (run) => run("@biomejs/biome/bin/biome", "check", "--error-on-warnings")],
  [
    "boundaries",
    (run, project) =>
      run(
        "dependency-cruiser/bin/dependency-cruise.mjs",
        "--config",
        ".dependency-cruiser.cjs",
        ...folders.filter((name) => existsSync(path.join(project, name))),
      ),
  ],
  ["nothing unused", (run) => run("knip/bin/knip.js", "--no-progress")],
  ["cited paths and commands", (_, project) => checkDocs(project).join("\n")],
];

/** Everything that can be said about the sources without running them. One line a check, the output of what failed; answers the count. */
export async function verify(project) {
  const waiting = checks[Symbol.iterator]();
  const count = { passed: 0, failed: 0, skipped: 0 };
  const work = async () => {
    for (const [name, check] of waiting) {
      const fault = await check((...command) => runTool(project, ...command), project);
      count[fault ? "failed" : "passed"]++;
      console.log(fault ? `✗ ${name}\n${fault}` : `✓ ${name}`);
    }
  };
  // Two at a time: the types take about as long as all others together.
  await Promise.all([work(), work()]);
  return count;
}

if (process.argv[1] === import.meta.filename) {
  const project = path.resolve(import.meta.dirname, "..");
  ensureInstalled(project);
  const { failed } = await verify(project);
  process.exit(failed > 0 ? 1 : 0);
}
