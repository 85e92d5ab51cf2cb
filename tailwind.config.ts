import type { Config } from "tailwindcss";

const token = (name: string) => `var(--${name})`;
const meaning = (name: string) => ({ DEFAULT: token(name), soft: token(`${name}-soft`), line: token(`${name}-line`) });

// Replaces Tailwind's palette instead of extending it: a colour that isn't a token doesn't exist.
const colors = {
  transparent: "transparent",
  current: "currentColor",
  inherit: "inherit",
  canvas: token("canvas"),
  surface: token("surface"),
  raised: token("raised"),
  sunken: token("sunken"),
  hover: token("hover"),
  line: token("line"),
  edge: token("edge"),
  ink: token("ink"),
  muted: token("muted"),
  veil: token("veil"),
  focus: token("focus"),
  accent: { ...meaning("accent"), strong: token("accent-strong"), ink: token("accent-ink") },
  "on-accent": token("on-accent"),
  good: meaning("good"),
  waiting: meaning("waiting"),
  wrong: { ...meaning("wrong"), fill: token("wrong-fill"), "fill-strong": token("wrong-fill-strong") },
  "on-wrong": token("on-wrong"),
  off: meaning("off"),
  band: token("band"),
  "on-band": token("on-band"),
};

export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  darkMode: "selector",
  theme: {
    colors,
    borderRadius: { none: "0", sm: "4px", DEFAULT: "8px", md: "8px", lg: "8px", full: "9999px" },
    boxShadow: { none: "none", float: token("float") },
    fontFamily: {
      sans: ["var(--font-geist-sans, system-ui)", "system-ui", "sans-serif"],
      mono: ["var(--font-geist-mono, ui-monospace)", "ui-monospace", "monospace"],
    },
    transitionDuration: { 160: "160ms" },
  },
} satisfies Config;
