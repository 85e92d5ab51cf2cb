import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };
// A page in jsdom has no router of Next.js around it.
const besidesNext = { ...alias, "next/navigation": path.join(import.meta.dirname, "test/browser/navigation.ts") };

// Next.js resolves `server-only` to an empty module on the server; so must the tests.
const server = {
  resolve: { alias },
  ssr: { resolve: { conditions: ["react-server"] } },
};
const deps = { inline: ["server-only"] };
// The desk's log is read by tests, and by nobody who runs them.
const logged = { find: /^pino$/, replacement: path.join(import.meta.dirname, "test/server/harness/captured-log.ts") };
const withLog = { ...server, resolve: { alias: [{ find: "@", replacement: import.meta.dirname }, logged] } };

// Time-outs find what hangs: on a busy machine what comes in a moment may take seconds.
const patient = { testTimeout: 90_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };

const unit = { ...patient, include: ["test/{klarna,browser,scripts}/**/*.test.{ts,tsx}"], maxWorkers: 3, sequence: { groupOrder: 3 } };
const database = {
  ...patient,
  include: ["test/server/**/*.test.ts"],
  exclude: ["**/*.unit.test.ts"],
  server: { deps },
  globalSetup: "test/server/setup/database.ts",
  // Many of them wait for time to pass: more at once than there are cores.
  maxWorkers: 6,
  sequence: { groupOrder: 1 },
};

// A worker plays one file after another, which saves half of the time that their modules take. A file that puts something in the place of modules has a process to
// itself: what one mocks would be what another gets.
const atFirst = "test/setup/as-at-first.ts";
const pageAtFirst = "test/setup/page-as-at-first.ts";
const files = readdirSync(path.join(import.meta.dirname, "test"), { recursive: true, encoding: "utf8" })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => ({ name: path.join("test", name), text: readFileSync(path.join(import.meta.dirname, "test", name), "utf8") }));
const mocking = files.filter(({ text }) => /^vi\.mock\(/m.test(text)).map(({ name }) => name);
const pages = files.filter(({ name, text }) => text.startsWith("// @vitest-environment jsdom") && !mocking.includes(name)).map(({ name }) => name);
const onServer = (name: string) => name.startsWith("test/server/");

export default defineConfig({
  test: {
    // What a file is turned into is kept: suites share most of what they test, and the database's are run twice.
    experimental: { fsModuleCache: true },
    projects: [
      // What of the server needs no database: it isn't run again on another one.
      { ...server, test: { ...unit, name: "unit-server", include: ["test/server/**/*.unit.test.ts"], server: { deps }, isolate: false, setupFiles: atFirst } },
      { resolve: { alias }, test: { ...unit, name: "unit", exclude: [...mocking, ...pages], isolate: false, setupFiles: atFirst } },
      { resolve: { alias: besidesNext }, test: { ...unit, name: "unit-pages", include: pages, isolate: false, setupFiles: [atFirst, pageAtFirst] } },
      { resolve: { alias: besidesNext }, test: { ...unit, name: "unit-mocking", include: mocking.filter((name) => !onServer(name)) } },
      // These mock nothing, each test starts an emulator of its own, and half of the time they wait for it.
      { resolve: { alias }, test: { ...patient, name: "emulator", include: ["test/emulator/**/*.test.ts"], isolate: false, maxWorkers: 4 } },
      { ...withLog, test: { ...database, name: "database", exclude: [...database.exclude, ...mocking], isolate: false, setupFiles: atFirst } },
      { ...withLog, test: { ...database, name: "database-mocking", include: mocking.filter(onServer) } },
      // The small versions of the foundation's benches: whole stacks that are broken; while one waits for a lease to end others work.
      {
        ...server,
        test: {
          ...patient,
          name: "foundation",
          include: ["test/foundation/**/*.test.ts"],
          server: { deps },
          globalSetup: "test/foundation/filled.ts",
          maxWorkers: 4,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
