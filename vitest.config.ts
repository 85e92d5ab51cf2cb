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
      // Each file has its modules to itself: where files share them, what one mocks is now and then what another gets.
      {
        resolve: { alias },
        test: { name: "unit", include: ["test/{klarna,browser,scripts}/**/*.test.{ts,tsx}"], maxWorkers: 2, sequence: { groupOrder: 3 } },
      },
      // These mock nothing, and each test starts an emulator of its own.
      { resolve: { alias }, test: { name: "emulator", include: ["test/emulator/**/*.test.ts"], isolate: false } },
      {
        ...server,
        test: {
          name: "database",
          include: ["test/server/**/*.test.ts"],
          server: { deps },
          globalSetup: "test/server/setup/database.ts",
          fileParallelism: true,
          // Many of them wait for time to pass: more at once than there are cores.
          maxWorkers: 4,
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
