import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";

import { FileHash } from "@/lib/server/settlements/report/file-hash";

async function hashOf(pieces: readonly Uint8Array[]): Promise<string> {
  const hash = new FileHash();
  try {
    for (const piece of pieces) {
      await hash.add(piece);
      // Whoever reads a file uses its buffers again.
      piece.fill(0);
    }
    return (await hash.digest()).toString("hex");
  } finally {
    await hash.stop();
  }
}

const lengths = fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.constantFrom(131_071, 131_072, 131_073, 262_144, 1_048_576, 3_000_000));

test("the hash of a file is the same, in whatever pieces it comes, and whether or not a thread makes it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lengths, { maxLength: 8 }), fc.integer({ min: 1, max: 255 }), async (sizes, seed) => {
      const pieces = sizes.map((length, at) => Uint8Array.from({ length }, (_, index) => (index * seed + at) % 251));
      const expected = createHash("sha256").update(Buffer.concat(pieces)).digest("hex");
      expect(await hashOf(pieces)).toBe(expected);
    }),
    { numRuns: 25 },
  );
});

test("whoever reads faster than the hash is made waits for it, and whoever stops reading leaves no thread behind", async () => {
  const hash = new FileHash();
  for (let count = 0; count < 40; count += 1) await hash.add(new Uint8Array(131_072));
  await hash.stop();
  // A thread that were still there would keep this file from ending.
  expect(process.getActiveResourcesInfo().filter((name) => name === "MessagePort" || name === "Worker")).toEqual([]);
});
