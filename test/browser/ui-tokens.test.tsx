import { readdirSync, readFileSync } from "node:fs";

import { expect, it } from "vitest";

const colour = /#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})\b|\b(?:rgba?|hsla?|oklch|oklab)\(|\[(?:red|blue|green|gr[ae]y|white|black)\]/i;

it("names colours by token only: no component carries a value", () => {
  const files = readdirSync("components", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const offenders = files.filter((file) => readFileSync(`components/${file}`, "utf8").split("\n").some(carriesColour));
  expect(files.length).toBeGreaterThan(20);
  expect(offenders).toEqual([]);
});

it("would notice a value", () => {
  expect(['className="text-[#fa0]"', 'style={{ color: "#aabbcc" }}', 'fill="rgb(0 0 0)"', 'className="bg-[white]"'].every(carriesColour)).toBe(true);
  expect(carriesColour('<a href="#content" className="text-muted">')).toBe(false);
});

function carriesColour(line: string): boolean {
  return colour.test(line);
}
