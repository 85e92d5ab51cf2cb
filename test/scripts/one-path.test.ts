import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";

const onePath: (source: string) => string = createRequire(import.meta.url)("../../scripts/desk/one-path.cjs");
const icons = path.join(import.meta.dirname, "../../node_modules/lucide-react/dist/esm/icons");
const icon = (node: unknown[], after = "") =>
  `const __iconData = {\n  name: "x",\n  size: 24,\n  node: [\n    ${node.map((shape) => JSON.stringify(shape)).join(",\n    ")}\n  ]${after}\n};\n`;
const drawn = (...node: unknown[]) => /"d":"([^"]*)"/.exec(onePath(icon(node)))?.[1];
const path1 = ["path", { d: "M1 1h2", key: "a" }];

test("each shape is drawn as the path that it stands for", () => {
  expect(drawn(path1, ["line", { x1: "1", x2: "3", y1: "2", y2: "4" }])).toBe("M1 1h2M1 2L3 4");
  expect(drawn(path1, ["circle", { cx: "12", cy: "12", r: "10" }])).toBe("M1 1h2M22 12a10 10 0 1 1 -20 0a10 10 0 1 1 20 0z");
  expect(drawn(path1, ["rect", { width: "4", height: "6", x: "1", y: "2" }])).toBe("M1 1h2M1 2h4v6h-4z");
  expect(drawn(path1, ["rect", { width: "4", height: "6", x: "1", y: "2", rx: "1" }])).toBe(
    "M1 1h2M2 2h2a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-2a1 1 0 0 1 -1 -1v-4a1 1 0 0 1 1 -1z",
  );
  expect(drawn(path1, ["polyline", { points: "1 2 3 4" }])).toBe("M1 1h2M1 2 3 4");
});

test("an icon that has other names, too, is drawn as one path", () => {
  expect(onePath(icon([path1, path1], `,\n  aliases: ["y"]`))).toContain('"d":"M1 1h2M1 1h2"');
});

test("a path that begins with a relative move begins at 0, 0 behind another one, too", () => {
  expect(drawn(path1, ["path", { d: "m16 9-5.5 5.5L8 12" }])).toBe("M1 1h2M0 0m16 9-5.5 5.5L8 12");
});

test("an icon of one shape, with a shape that is filled or that nobody knows stays as it is", () => {
  for (const node of [[path1], [path1, ["circle", { cx: "1", cy: "1", r: "1", fill: "currentColor" }]], [path1, ["text", { x: "1" }]]])
    expect(onePath(icon(node))).toBe(icon(node));
});

test("the package's icons are written as this reads them: nearly all of several shapes become one", () => {
  const sources = readdirSync(icons).filter((name) => name.endsWith(".mjs"));
  const several = sources.map((name) => readFileSync(path.join(icons, name), "utf8")).filter((source) => (source.match(/key: "/g) ?? []).length > 1);
  expect(several.length).toBeGreaterThan(1_000);
  expect(several.filter((source) => onePath(source) === source).length).toBeLessThan(30);
});
