import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

const css = readFileSync("app/globals.css", "utf8");
const themes = { light: tokensOf(0), dark: tokensOf(1) };

const meanings = ["good", "waiting", "wrong", "off"];
const grounds = ["canvas", "surface", "raised", "sunken", "hover"];
const texts = [
  ...grounds.flatMap((ground) => ["ink", "muted", "accent-ink", ...meanings].map((text) => [text, ground] as const)),
  ...meanings.flatMap((name) => [name, "ink", "muted"].map((text) => [text, `${name}-soft`] as const)),
  ...["accent-ink", "ink", "muted"].map((text) => [text, "accent-soft"] as const),
  ...["accent", "accent-strong"].map((fill) => ["on-accent", fill] as const),
  ...["wrong-fill", "wrong-fill-strong"].map((fill) => ["on-wrong", fill] as const),
  ...["band", "band-stripe"].map((stripe) => ["on-band", stripe] as const),
];
const outlines = ["edge", "focus", "wrong", "accent-ink"].flatMap((line) => ["canvas", "surface", "raised"].map((ground) => [line, ground] as const));

describe.each(Object.entries(themes))("the %s theme", (_name, tokens) => {
  it.each(texts)("writes %s on %s at 4.5 or more", (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(outlines)("draws %s around things on %s at 3 or more", (line, ground) => {
    expect(contrast(tokens, line, ground)).toBeGreaterThanOrEqual(3);
  });

  it("would fail a grey that is too pale to read", () => {
    expect(contrast(new Map([...tokens, ["muted", [0.7, 0, 0] as const], ["surface", [0.9, 0, 0] as const]]), "muted", "surface")).toBeLessThan(4.5);
  });
});

it("draws every colour in both themes", () => {
  const once = [...themes.light].filter(([name, light]) => themes.dark.get(name)?.join() === light.join()).map(([name]) => name);
  expect(once).toEqual(["on-accent", "on-wrong", "paper"]);
  expect(themes.light.size).toBeGreaterThan(30);
});

type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** What is drawn of each token: `light-dark(first, second)`, or the same in both. */
function tokensOf(theme: 0 | 1): ReadonlyMap<string, Oklch> {
  const start = css.indexOf("@theme inline {");
  const block = css.slice(start, css.indexOf("\n}", start));
  return new Map([...block.matchAll(/--color-([\w-]+): (.*);/g)].flatMap(([, name = "", drawn = ""]) => oklchIn(name, drawn, theme)));
}

function oklchIn(name: string, drawn: string, theme: 0 | 1): readonly [string, Oklch][] {
  const colours = [...drawn.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, l, c, h]) => [Number(l), Number(c), Number(h)] as const);
  const colour = colours[theme] ?? colours[0];
  return colour ? [[name, colour]] : [];
}

/** WCAG's ratio, 1 to 21. */
function contrast(tokens: ReadonlyMap<string, Oklch>, one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other].map((name) => luminance(tokens.get(name) ?? fail(name))).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function fail(name: string): never {
  throw new Error(`globals.css has no --color-${name}`);
}

/** Oklab to linear sRGB (Ottosson's matrices), then relative luminance; out-of-gamut channels are clipped as screens do. */
function luminance([lightness, chroma, hue]: Oklch): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function clip(channel: number): number {
  return Math.min(1, Math.max(0, channel));
}
