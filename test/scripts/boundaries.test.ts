import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import { afterAll, beforeAll, expect, test } from "vitest";

const { forbidden } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");
let project: string;

beforeAll(() => {
  project = realpathSync(mkdtempSync(path.join(os.tmpdir(), "boundaries-")));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const refused = [
  ["lib/klarna/account.ts", "lib/server/session.ts", "contract-knows-no-one"],
  ["lib/klarna/account.ts", "lib/routes.ts", "contract-knows-no-one"],
  ["components/merchants/list.ts", "lib/server/session.ts", "browser-never-reaches-server"],
  ["lib/query/read.ts", "lib/server/session.ts", "browser-never-reaches-server"],
  ["components/merchants/list.ts", "app/page.ts", "app-is-the-top"],
  ["lib/server/session.ts", "app/page.ts", "app-is-the-top"],
  ["components/merchants/list.ts", "components/drafts/list.ts", "resources-do-not-know-each-other"],
  ["components/operation/table.ts", "components/merchants/list.ts", "operation-knows-no-resource"],
  ["components/ui/button.ts", "components/operation/table.ts", "ui-knows-nothing"],
  ["components/ui/button.ts", "lib/klarna/account.ts", "ui-knows-nothing"],
  ["emulator/main.ts", "lib/server/session.ts", "emulator-stands-alone"],
  ["lib/server/session.ts", "scripts/demo.ts", "the-product-knows-no-scripts"],
  ["lib/desk/team.ts", "lib/server/session.ts", "desk-shapes-know-the-contract"],
  ["lib/server/session.ts", "lib/server/klarna/call.ts", "klarna-is-called-in-one-place"],
  ["lib/server/session.ts", "lib/server/operations/change.ts", "changes-are-asked-for-by-few"],
  ["components/merchants/list.ts", "node_modules/next/link.ts", "links-fetch-nothing-before"],
] as const;

test.each(refused)("%s may not import %s", async (from, to, rule) => {
  expect(await rulesBrokenBy(from, to)).toContain(rule);
});

test("each rule is broken here by something", () => {
  const broken = new Set<string>(["no-circles", ...refused.map(([, , rule]) => rule)]);
  expect([...broken].sort()).toEqual(forbidden.map(({ name }: { name: string }) => name).sort());
});

test.each([
  ["components/merchants/list.ts", "components/operation/table.ts"],
  ["components/merchants/list.ts", "components/ui/button.ts"],
  ["components/operation/table.ts", "lib/klarna/account.ts"],
  ["emulator/main.ts", "lib/klarna/account.ts"],
  ["emulator/main.ts", "lib/money.ts"],
  ["lib/klarna/account.ts", "lib/money.ts"],
  ["app/page.ts", "lib/server/session.ts"],
  ["lib/server/session.ts", "lib/klarna/account.ts"],
  ["lib/desk/team.ts", "lib/typed-amount.ts"],
  ["lib/server/operations/read.ts", "lib/server/klarna/call.ts"],
  ["lib/server/gateway.ts", "lib/server/operations/change.ts"],
  ["components/ui/link.tsx", "node_modules/next/link.ts"],
])("%s may import %s", async (from, to) => {
  expect(await rulesBrokenBy(from, to)).toEqual([]);
});

test("circles are refused", async () => {
  write("lib/klarna/circle.ts", 'import "./other"; export const circle = 1;');
  write("lib/klarna/other.ts", 'import "./circle"; export const other = 1;');
  expect(await rulesBrokenIn("lib/klarna/circle.ts")).toContain("no-circles");
});

test("every file of the server says that no browser may have it, but the tables, which drizzle-kit reads, too", () => {
  const files = readdirSync("lib/server", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const open = files.filter((file) => !readFileSync(path.join("lib/server", file), "utf8").startsWith('import "server-only";\n'));
  expect(open.filter((file) => !file.startsWith("db/schema/"))).toEqual(["db/off-by-klarna.ts"]);
  expect(files.length - open.length).toBeGreaterThan(400);
});

async function rulesBrokenBy(from: string, to: string): Promise<readonly string[]> {
  write(to, "export const value = 1;");
  write(
    from,
    `import { value } from "${path
      .relative(path.dirname(from), to)
      .replace(/^(?!\.)/, "./")
      .replace(/\.ts$/, "")}"; export const own = value;`,
  );
  return rulesBrokenIn(from);
}

async function rulesBrokenIn(file: string): Promise<readonly string[]> {
  const { output } = await cruise([file], { baseDir: project, validate: true, ruleSet: { forbidden }, tsPreCompilationDeps: true });
  return typeof output === "string" ? [] : output.summary.violations.map(({ rule }) => rule.name);
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), text);
}
