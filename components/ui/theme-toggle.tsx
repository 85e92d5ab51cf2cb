"use client";

import clsx from "clsx";
import { Monitor, Moon, Sun } from "lucide-react";
import { type ReactNode, useId } from "react";

import type { Theme } from "./theme";
import { setTheme, useTheme } from "./use-theme";

/** Light, dark, or as the machine has it. Remembered on this machine. */
export function ThemeToggle() {
  const chosen = useTheme();
  const name = useId();
  return (
    <fieldset className="inline-flex rounded border p-0.5">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ value, label, icon }) => (
        <label
          key={value}
          title={label}
          className={clsx(
            "inline-flex h-7 w-9 cursor-pointer items-center justify-center rounded-[6px] has-focus-visible:outline-2 has-focus-visible:outline-focus max-md:h-11 max-md:w-12 [&_svg]:size-4",
            chosen === value ? "bg-hover text-ink" : "text-muted hover:text-ink",
          )}
        >
          <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => setTheme(value)} className="sr-only" />
          {icon}
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

const choices: readonly { readonly value: Theme; readonly label: string; readonly icon: ReactNode }[] = [
  { value: "light", label: "Light", icon: <Sun aria-hidden /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden /> },
  { value: "system", label: "As this machine", icon: <Monitor aria-hidden /> },
];
