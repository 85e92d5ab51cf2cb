import { closeSync, existsSync, openSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";

import { routeOf, routesOf } from "../../scripts/testing/seen-pages.mjs";
import { faultsOn } from "./axe";
import { expectReachable } from "./reachable";
import { atRest } from "./waiting";

const routes = routesOf(path.resolve(import.meta.dirname, "../../app"));
const walked = new Set<string>();
const phone = { width: 390, height: 844 };

/**
 * The first time in a run that a page comes by: opens it beside the story, walks all of it by Tab, and holds it against axe as a phone shows it. Each page once and in a
 * tab of its own: a walk takes a while, and a story goes on with the focus where it was.
 */
export async function expectUsableBesides(page: Page): Promise<void> {
  const route = routeOf(routes, new URL(page.url()).pathname);
  if (!route || isWalked(route)) return;
  const tab = await page.context().newPage();
  try {
    const answer = await tab.goto(page.url());
    // A page that couldn't be made is left to the next story: only what is walked counts as walked.
    if (answer?.status() !== 200 || !isFirst(route)) return;
    await atRest(tab);
    await expectReachable(tab, route);
    await tab.setViewportSize(phone);
    expect.soft(await faultsOn(tab), `${route}, on a phone`).toEqual([]);
  } finally {
    await tab.close();
  }
}

/** In a whole run, of all workers: whoever makes the page's file first. */
function isFirst(route: string): boolean {
  if (isWalked(route)) return false;
  walked.add(route);
  const file = fileOf(route);
  if (!file) return true;
  try {
    closeSync(openSync(file, "wx"));
    return true;
  } catch {
    return false;
  }
}

function isWalked(route: string): boolean {
  const file = fileOf(route);
  return walked.has(route) || (file !== undefined && existsSync(file));
}

function fileOf(route: string): string | undefined {
  const seen = process.env.PAGES_SEEN_FILE;
  return seen && path.join(path.dirname(seen), encodeURIComponent(route));
}
