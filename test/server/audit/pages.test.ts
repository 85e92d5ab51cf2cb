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
  for (const page of pages) expect(readFileSync(`app/${page}`, "utf8"), page).not.toMatch(/allowed\([^;]*notFound\(\)/);
});
