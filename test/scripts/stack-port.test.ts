import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

import { freePort } from "../../scripts/process/free-port.mjs";
import { startStack } from "../../scripts/stack.mjs";

test("a desk whose port is somebody else's isn't started, and says so before anything is built", async () => {
  const home = mkdtempSync(path.join(tmpdir(), "desk-home-"));
  const port = await freePort();
  const other = createServer().listen(port);
  try {
    const starting = startStack({
      project: path.resolve(import.meta.dirname, "../.."),
      home,
      ports: { desk: port },
      databaseUrl: "postgres://nobody@127.0.0.1:1/none",
    });
    await expect(starting).rejects.toThrow(`Something else listens on port ${port} already.`);
  } finally {
    other.close();
    rmSync(home, { recursive: true, force: true });
  }
});
