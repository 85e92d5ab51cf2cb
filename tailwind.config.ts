import type { Config } from "tailwindcss";

export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  darkMode: "selector",
  theme: {
    borderRadius: { none: "0", sm: "4px", DEFAULT: "8px", md: "8px", lg: "8px", full: "9999px" },
    boxShadow: { none: "none", float: "var(--float)" },
    fontFamily: {
      sans: ["var(--font-geist-sans, system-ui)", "system-ui", "sans-serif"],
      mono: ["var(--font-geist-mono, ui-monospace)", "ui-monospace", "monospace"],
    },
    transitionDuration: { 160: "160ms" },
  },
} satisfies Config;
