import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { scripts } from "../../package.json";

const project = path.resolve(import.meta.dirname, "../..");

/** What a file and those that it names need before any of it runs, but for Node's own. */
function neededBy(file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const named = [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\s+(?:[\w*{},\s]+\sfrom\s+)?["']([^"']+)["']/gm)].map(([, name = ""]) => name);
  return named.flatMap((name) => {
    if (name.startsWith("node:")) return [];
    return name.startsWith(".") ? neededBy(path.resolve(path.dirname(file), name), seen) : [name];
  });
}

test.each(Object.entries(scripts))("npm run %s begins on a fresh clone, where no package is installed yet", (_, command) => {
  const [, entry = ""] = /^node (scripts\/[\w-]+\.mjs)( |$)/.exec(command) ?? [];
  expect(entry, "a flag of Node's may need a package, too").not.toBe("");
  expect(neededBy(path.join(project, entry))).toEqual([]);
});
