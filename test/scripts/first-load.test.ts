import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

// The schemas of the 48 operations are some 30 KiB: a page's forms and dialogs load them when they are touched. One line that imports them the usual way puts them before the page's first sight.
const contract = /^lib\/klarna\/operations\//;

test("no page loads a row of the contract before something is touched", () => {
  const entries = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((name) => /(^|\/)(page|layout|error|not-found)\.tsx$/.test(name));
  const onServer = reached(entries.map((name) => path.join("app", name)));
  const inBrowser = reached([...onServer.keys()].filter((file) => /^"use client"/.test(text(file))));
  expect(inBrowser.size).toBeGreaterThan(300);
  expect([...inBrowser.keys()].filter((file) => contract.test(file)).map((file) => wayTo(file, inBrowser))).toEqual([]);
});

test("what imports a row is found, also through others; what is loaded later or is only a type isn't", () => {
  const row = "lib/klarna/operations/accounts.ts";
  expect(reached(["components/onboarding/onboard.ts"]).has(row)).toBe(true);
  expect(wayTo(row, reached(["components/onboarding/table/onboard-draft.ts"]))).toBe(
    `components/onboarding/table/onboard-draft.ts → components/onboarding/check.ts → ${row}`,
  );
  expect(text("components/onboarding/contract.ts")).toMatch(/await import\(|import\("/);
  expect([...reached(["components/onboarding/contract.ts"]).keys()].filter((file) => contract.test(file))).toEqual([]);
});

/** All files of ours that are loaded with these, each with the file that imports it. */
function reached(entries: readonly string[]): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>(entries.map((entry) => [entry, undefined]));
  for (const file of found.keys()) for (const imported of importsOf(file)) if (!found.has(imported)) found.set(imported, file);
  return found;
}

function wayTo(file: string, found: ReadonlyMap<string, string | undefined>): string {
  const from = found.get(file);
  return from === undefined ? file : `${wayTo(from, found)} → ${file}`;
}

function importsOf(file: string): readonly string[] {
  const statements = text(file).matchAll(/^(?:import|export)\s+(?!type\b)(?:([^"';]*?)\s+from\s+)?"((?:@|\.{1,2})\/[^"]+)"/gm);
  return [...statements].filter(([, names = ""]) => !onlyTypes(names)).flatMap(([, , name = ""]) => fileOf(file, name) ?? []);
}

function onlyTypes(names: string): boolean {
  const named = /^\{(.*)\}$/s.exec(names.trim())?.[1]?.split(",") ?? [];
  return named.length > 0 && named.every((name) => name.trim() === "" || name.trim().startsWith("type "));
}

function fileOf(from: string, name: string): string | undefined {
  const base = name.startsWith("@/") ? name.slice(2) : path.join(path.dirname(from), name);
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((file) => existsSync(file) && statSync(file).isFile());
}

function text(file: string): string {
  return /\.tsx?$/.test(file) ? readFileSync(file, "utf8") : "";
}
