import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";

import { Store } from "@/emulator/state/store";

const change = fc.record({ id: fc.constantFrom("a", "b", "c"), row: fc.option(fc.integer(), { nil: undefined }) });
const transaction = fc.record({ changes: fc.array(change, { maxLength: 4 }), fails: fc.boolean() });

it("a transaction happens whole or not at all, and what has happened is there when the folder is opened again", () => {
  const folder = mkdtempSync(join(tmpdir(), "store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  let run = 0;
  fc.assert(
    fc.property(fc.array(transaction, { maxLength: 8 }), (transactions) => {
      run += 1;
      const place = join(folder, String(run));
      const store = new Store(place);
      const expected = new Map<string, number>();
      for (const { changes, fails } of transactions) {
        const attempt = () =>
          store.transact(() => {
            for (const { id, row } of changes) write(store, id, row);
            if (fails) throw new Error("refused");
          });
        if (fails) expect(attempt).toThrow("refused");
        else attempt();
        for (const { id, row } of fails ? [] : changes) row === undefined ? expected.delete(id) : expected.set(id, row);
      }
      expect(new Map(store.table("numbers").entries())).toEqual(expected);
      store.close();
      const again = new Store(place);
      expect(new Map(again.table("numbers").entries())).toEqual(expected);
      again.close();
    }),
    { numRuns: 50 },
  );
});

function write(store: Store, id: string, row: number | undefined): void {
  const table = store.table<number>("numbers");
  if (row === undefined) table.remove(id);
  else table.put(id, row);
}
