import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { wantedInWords } from "@/lib/desk/wanted-words";
import { everyOperation } from "@/lib/klarna/every-operation";

/** The doors of the desk's that are about one merchant, by their names. */
const doors = sources("app/api/desk/merchants").flatMap((text) => [...text.matchAll(/\bname: "([^"]+)"/g)].map(([, name = ""]) => name));

test.each([...new Set(doors)])("what the door %s is for is said in words", (name) => {
  expect(wantedInWords(name)).toMatch(/^[A-Z][a-z]+ /);
});

test("what each operation about one merchant is for is said in words", () => {
  const names = [...everyOperation.values()].filter(({ path }) => path.includes("{account_id}")).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !/^[A-Z][a-z]+ /.test(wantedInWords(name)))).toEqual([]);
});

test("the doors were found", () => {
  expect(doors).toEqual(expect.arrayContaining(["notes.add", "file.get", "claims.claim"]));
});

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("route.ts"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
}
