import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { checkDocs } from "../../scripts/check-docs.mjs";

let project: string;

beforeEach(() => {
  project = mkdtempSync(path.join(os.tmpdir(), "check-docs-"));
  write("package.json", JSON.stringify({ scripts: { demo: "", test: "" } }));
  write("lib/server/gateway.ts", "");
  write("app/merchants/[account_id]/page.tsx", "");
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

test("prose that cites what exists has no faults", () => {
  write("docs/guide.md", "A guide.");
  write(
    "README.md",
    "`npm run demo`, `npm test`, `lib/server/gateway.ts`, `gateway.ts`, `app/merchants/[account_id]/page.tsx`, [guide](docs/guide.md), `.data/`",
  );
  expect(checkDocs(project)).toEqual([]);
});

test.each([
  ["a path in a line", "`lib/server/gatewya.ts`", "README.md: there is no lib/server/gatewya.ts"],
  ["a folder", "`lib/servers/`", "README.md: there is no lib/servers/"],
  ["the name of a file", "`gatewya.ts`", "README.md: there is no gatewya.ts"],
  ["a path with a line number", "`lib/gateway.ts:12`", "README.md: there is no lib/gateway.ts"],
  ["a path in a block", "```sh\nnode lib/run.mjs --all\n```", "README.md: there is no lib/run.mjs"],
  ["a link", "[guide](docs/guide.md#start)", "README.md: there is no docs/guide.md"],
  ["a script", "Type `npm run demos`.", "README.md: package.json has no script demos"],
  ["a script in a block", "```sh\nnpm start\n```", "README.md: package.json has no script start"],
])("finds %s that doesn't exist", (_, text, fault) => {
  write("README.md", text);
  expect(checkDocs(project)).toEqual([fault]);
});

test("a path with a part that varies promises the folder before it", () => {
  write("CONTRIBUTING.md", "`app/merchants/<page>/page.tsx` and `lib/server/*.ts`, but not `lib/client/*.ts`");
  expect(checkDocs(project)).toEqual(["CONTRIBUTING.md: there is no lib/client/"]);
});

test("addresses, routes and media types aren't paths", () => {
  write("AGENTS.md", "`/test/merchants`, `GET /v2/accounts/{account_id}`, `application/json`, `https://example.com/lib/x.ts`, `a/b`");
  expect(checkDocs(project)).toEqual([]);
});

test("guides under docs may cite from where they are", () => {
  write("docs/pictures/wizard.png", "");
  write("docs/guide.md", "![the wizard](pictures/wizard.png) ![another](pictures/other.png)");
  expect(checkDocs(project)).toEqual(["docs/guide.md: there is no pictures/other.png"]);
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), text);
}
