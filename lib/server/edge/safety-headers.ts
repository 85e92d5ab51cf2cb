import "server-only";
import type { ServerResponse } from "node:http";

/** Gives an answer the headers that all answers have, and those of doors what keeps them from being shown as pages. */
export function setSafetyHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of everywhere) response.setHeader(name, value);
  if (isDoor(path)) response.setHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  // What is built carries its content's hash in its name and is nobody's secret; everything else may be somebody's.
  if (!path.startsWith("/_next/static/") && !icons.has(path)) response.setHeader("cache-control", "no-store");
}

const icons = new Set(["/icon.svg", "/favicon.ico"]);

/** Whether programs ask here, and not people. */
export function isDoor(path: string): boolean {
  return path.startsWith("/api/");
}

const everywhere = Object.entries({
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  // The desk reads the clipboard when one asks it to; of what else a browser could give away it needs nothing.
  "permissions-policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), clipboard-read=(self), clipboard-write=(self)",
});
