"use client";

import { useSyncExternalStore } from "react";

import { remember } from "./remember";
import { type Theme, themeCookie, themeFrom } from "./theme";

/** The theme of the page, here and in the desk's other tabs. Undefined until the browser has taken over. */
export function useTheme(): Theme | undefined {
  return useSyncExternalStore(subscribe, shown, () => undefined);
}

/** Turns the page and the desk's other tabs, and has the browser remember it for a year. */
export function setTheme(theme: Theme): void {
  remember(themeCookie, theme);
  show(theme);
  const tabs = new BroadcastChannel(themeCookie);
  tabs.postMessage(theme);
  tabs.close();
}

function shown(): Theme {
  return themeFrom(document.documentElement.dataset.theme);
}

function show(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

function subscribe(onTurn: () => void): () => void {
  const page = new MutationObserver(onTurn);
  page.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const tabs = new BroadcastChannel(themeCookie);
  tabs.onmessage = ({ data }: MessageEvent<Theme>) => show(themeFrom(data));
  return () => {
    page.disconnect();
    tabs.close();
  };
}
