import { readdirSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";

import { signedInWith } from "@/lib/server/page";

import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";

const given = new Headers();
vi.mock("next/headers", () => ({ headers: async () => given }));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("There is no such page");
  },
  redirect: (to: string) => {
    throw new Error(`Go to ${to}`);
  },
}));

withDesk(noKlarna);

test("whoever opens a page that isn't theirs finds none, and the log says that they asked; with the permission there is the page, and no entry", async () => {
  const support = await signedIn("support");
  given.set("cookie", support.cookie);
  given.set("x-desk-path", "/settings/audit?person=typed");
  const before = await latestAudit();
  await expect(signedInWith("audit:read")).rejects.toThrow("There is no such page");
  expect(await auditAfter(before)).toMatchObject([
    { kind: "refused", person_id: support.id, role: "support", operation: "page (audit:read)", detail: { permission: "audit:read" } },
  ]);
  expect(JSON.stringify(await auditAfter(before))).not.toContain("typed");

  given.set("cookie", (await signedIn("auditor")).cookie);
  const since = await latestAudit();
  expect(await signedInWith("audit:read")).toMatchObject({ role: "auditor" });
  expect(await auditAfter(since)).toEqual([]);
});

test("no page refuses in another way", () => {
  const pages = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("page.tsx"));
  expect(pages.length).toBeGreaterThan(15);
  for (const page of pages) expect(refusesByItself(readFileSync(`app/${page}`, "utf8")), page).toBe(false);
});

test("a page that refuses in another way would be found, in one statement or in several", () => {
  expect(refusesByItself('if (!(await allowed("audit:read"))) notFound();')).toBe(true);
  expect(refusesByItself('const may = await allowed("audit:read");\n  const { id } = await params;\n  if (!may) {\n    notFound();\n  }')).toBe(true);
  expect(refusesByItself('const [id, may] = [given.id, await allowed("audit:read")];\n  if (!id || !may) notFound();')).toBe(true);
  expect(refusesByItself('if (!isId(id)) notFound();\n  const may = await allowed("audit:read");\n  return <Entry may={may} />;')).toBe(false);
  expect(refusesByItself('const session = await signedInWith("audit:read");\n  if (!isId(id)) notFound();')).toBe(false);
});

/** Whether a page looks for a permission and, where it is missing, says that there is nothing here: the log wouldn't know that somebody asked. */
function refusesByItself(page: string): boolean {
  const kept = [...page.matchAll(/\bconst \[?([\w, ]+)\]? =[^;]*\ballowed\(/g)].flatMap(([, names = ""]) => names.split(", "));
  return ["allowed\\(", ...kept].some((look) => new RegExp(`\\b${look}[^;]*\\bnotFound\\(\\)`).test(page));
}
