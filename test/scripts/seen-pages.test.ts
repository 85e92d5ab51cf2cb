import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { checkSeen, routesOf, unseenOf } from "../../scripts/testing/seen-pages.mjs";

let project: string;
beforeEach(() => {
  project = mkdtempSync(path.join(os.tmpdir(), "seen-"));
  for (const folder of ["", "sign-in", "(desk)/[environment]/merchants", "(desk)/[environment]/merchants/new", "(desk)/[environment]/merchants/[account_id]"]) {
    mkdirSync(path.join(project, "app", folder), { recursive: true });
    writeFileSync(path.join(project, "app", folder, "page.tsx"), "");
  }
  writeFileSync(path.join(project, "app/(desk)/layout.tsx"), "");
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const all = ["/sign-in", "/test/merchants", "/test/merchants/new", "/live/merchants/krn%3Aaccount%3A1"];

test("knows the pages by their addresses", () => {
  expect(routesOf(path.join(project, "app"))).toEqual([
    "/",
    "/[environment]/merchants",
    "/[environment]/merchants/[account_id]",
    "/[environment]/merchants/new",
    "/sign-in",
  ]);
});

test("counts a pass when axe saw all but the way in, and a failure when it saw none or all but one", () => {
  const file = path.join(project, "seen");
  expect(checkSeen(project, file)).toMatchObject({ passed: 0, failed: 1 });
  writeFileSync(file, all.join("\n"));
  expect(checkSeen(project, file)).toMatchObject({ passed: 1, failed: 0 });
  writeFileSync(file, all.slice(1).join("\n"));
  expect(checkSeen(project, file)).toMatchObject({ passed: 0, failed: 1 });
});

test("takes a page with a name of its own for no merchant", () => {
  const routes = routesOf(path.join(project, "app"));
  expect(unseenOf(routes, [...all, "/"])).toEqual([]);
  expect(unseenOf(routes, ["/", "/sign-in", "/test/merchants", "/test/merchants/new"])).toEqual(["/[environment]/merchants/[account_id]"]);
});
