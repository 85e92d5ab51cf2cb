"use client";

import { useEffect } from "react";

import { fontsCookie } from "./fonts";
import { remember } from "./remember";

/**
 * Fetches the desk's fonts once the page stands and the browser has nothing else to do, for the pages after it: on this one nothing changes, so nothing moves.
 * `families`: as `font-family` names each.
 */
export function FetchFonts({ families }: { readonly families: readonly string[] }) {
  useEffect(() => whenIdle(() => void fetchAll(families)), [families]);
  return null;
}

async function fetchAll(families: readonly string[]): Promise<void> {
  try {
    await Promise.all(families.map((family) => document.fonts.load(`1em ${family}`)));
    remember(fontsCookie, "fetched");
  } catch {
    // The next page tries again; until then the machine's own fonts do.
  }
}

/** Safari has no idle callback. */
function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(act, 1_000);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(act);
  return () => cancelIdleCallback(request);
}
