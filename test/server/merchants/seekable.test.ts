import { beforeAll, expect, test, vi } from "vitest";

import { POST as counts } from "@/app/api/desk/directory/counts/route";
import { POST as csv } from "@/app/api/desk/directory/csv/route";
import { POST as list } from "@/app/api/desk/directory/route";
import { POST as palette } from "@/app/api/desk/palette/route";
import { POST as check } from "@/app/api/desk/runs/check/route";
import { POST as make } from "@/app/api/desk/runs/route";
import { everything } from "@/lib/desk/directory";
import type { Permission, Role } from "@/lib/klarna/permissions";

import { answered, browserRequest, problemOf } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";

// Today every role may see bank data; this is for the day when one may not.
vi.mock("@/lib/klarna/permissions", async (load) => {
  const actual = await load<typeof import("@/lib/klarna/permissions")>();
  return { ...actual, can: (role: Role, permission: Permission) => permission !== "bank:read" && actual.can(role, permission) };
});

withDesk(noKlarna);
let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("finance")).cookie;
});

const tags = [crypto.randomUUID()];
/** What a door is asked besides a text. A run is made to tag, which whoever looks for merchants may. */
const more = new Map<unknown, object>([
  [check, { order: { act: "tag" } }],
  [make, { order: { act: "tag", tags }, run: crypto.randomUUID(), meant: "x".repeat(43), count: 0 }],
]);

test("whoever may not see bank data finds nobody by an IBAN, and that is recorded without it", async () => {
  for (const door of [list, counts, csv, palette, check, make]) {
    const before = await latestAudit();
    const asked = (text: string) => (door === palette ? { text } : { asked: { ...everything, text }, ...more.get(door) });
    const look = async (text: string) =>
      answered(await door(browserRequest("/api/desk/directory", "POST", { cookie, body: { environment: "test", ...asked(text) } })));
    const refused = await look("se45 5000 0000 0583 9825 7466");
    expect([refused.status, problemOf(refused).code]).toEqual([403, "NOT_ALLOWED"]);
    expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([["refused", { permission: "bank:read" }]]);
    // Of the run's tag there is none: that is looked at only after who may look for what.
    expect((await look("nordlys")).status).toBe(door === make ? 400 : 200);
  }
});
