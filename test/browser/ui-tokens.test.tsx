import { readdirSync, readFileSync } from "node:fs";

import { expect, it } from "vitest";

const files = readdirSync("components", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
const filesWith = (fault: (line: string) => boolean) => files.filter((file) => readFileSync(`components/${file}`, "utf8").split("\n").some(fault));

const colour = /#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})\b|\b(?:rgba?|hsla?|oklch|oklab)\(|\[(?:red|blue|green|gr[ae]y|white|black)\]/i;
/** Tailwind's own, which aren't there: they would draw nothing. */
const foreign = /\b(?:bg|text|border|fill|stroke|divide|outline|decoration)-(?:white|black|[a-z]+-(?:50|[1-9]00|950))\b/;

it("names colours by token only: no component carries a value", () => {
  expect(files.length).toBeGreaterThan(20);
  expect(filesWith(carriesColour)).toEqual([]);
});

it("would notice a value", () => {
  expect(
    [
      'className="text-[#fa0]"',
      'style={{ color: "#aabbcc" }}',
      'fill="rgb(0 0 0)"',
      'className="bg-[white]"',
      'className="bg-white"',
      'className="text-red-500"',
    ].every(carriesColour),
  ).toBe(true);
  expect(carriesColour('<a href="#content" className="text-muted">')).toBe(false);
});

function carriesColour(line: string): boolean {
  return colour.test(line) || foreign.test(line);
}

it("says how long whatever moves takes: without it nothing moves", () => {
  expect(filesWith(movesWithoutTime)).toEqual([]);
  expect(['className="transition-colors"', 'clsx("flex transition-opacity", stale)'].every(movesWithoutTime)).toBe(true);
  expect(movesWithoutTime('className="transition-all duration-160"')).toBe(false);
});

function movesWithoutTime(line: string): boolean {
  return /[" ]transition-(?!none)[\w[]/.test(line) && !/[" ]duration-\d/.test(line);
}
