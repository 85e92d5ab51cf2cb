import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";

import { Journal, type Write } from "@/emulator/state/journal";
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
      // So small that it is rewritten again and again.
      const store = new Store(place, 100);
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

it("a folder doesn't grow with what has been overtaken", () => {
  const folder = mkdtempSync(join(tmpdir(), "store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const store = new Store(folder, 1000);
  for (let number = 0; number < 500; number += 1) write(store, "a", number);
  store.close();
  expect(statSync(join(folder, "journal.jsonl")).size).toBeLessThan(1100);
  expect(new Store(folder).table("numbers").get("a")).toBe(499);
});

it("a rewriting that fails takes nothing back: neither the change that was committed, nor those before", () => {
  const folder = mkdtempSync(join(tmpdir(), "store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const store = new Store(folder, 10);
  // A draft that can't be opened stands for any that can't be written.
  mkdirSync(join(folder, "journal.jsonl.draft"));
  for (const number of [1, 2, 3]) write(store, String(number), number);
  store.close();
  rmSync(join(folder, "journal.jsonl.draft"), { recursive: true });
  expect([...new Store(folder).table("numbers").values()]).toEqual([1, 2, 3]);
});

it("a line that can't be written after a rewriting failed tears no other off", () => {
  const folder = mkdtempSync(join(tmpdir(), "journal-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const journal = new Journal(folder, 10);
  const lines: Write[] = [
    ["numbers", "a", 1],
    ["numbers", "b", 2],
  ];
  for (const line of lines) journal.append([line]);
  function* torn(): Generator<Write> {
    yield ["numbers", "a", 1];
    throw new Error("full");
  }
  expect(() => journal.rewrite(torn())).toThrow("full");
  expect(existsSync(join(folder, "journal.jsonl.draft"))).toBe(false);
  expect(() => journal.append([["numbers", "c", 3n]])).toThrow();
  expect(journal.read()).toEqual(lines.map((line) => [line]));
  journal.close();
});

function write(store: Store, id: string, row: number | undefined): void {
  const table = store.table<number>("numbers");
  if (row === undefined) table.remove(id);
  else table.put(id, row);
}
