import { defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };

// Next.js resolves `server-only` to an empty module on the server; so must the tests.
const server = {
  resolve: { alias },
  ssr: { resolve: { conditions: ["react-server"] } },
};
const deps = { inline: ["server-only"] };

export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: "unit", include: ["test/{klarna,browser,scripts}/**/*.test.{ts,tsx}"] } },
      // Each test starts an emulator of its own; loading it anew for each file would take longer than the tests.
      { resolve: { alias }, test: { name: "emulator", include: ["test/emulator/**/*.test.ts"], isolate: false } },
      {
        ...server,
        test: {
          name: "database",
          include: ["test/server/**/*.test.ts"],
          server: { deps },
          globalSetup: "test/server/setup/database.ts",
          fileParallelism: true,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      // The small versions of the foundation's benches: whole stacks, which are broken one after another.
      {
        ...server,
        test: { name: "foundation", include: ["test/foundation/**/*.test.ts"], server: { deps }, fileParallelism: false, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
