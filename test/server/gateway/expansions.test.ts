import { beforeAll, describe, expect, test } from "vitest";

import { accounts } from "@/lib/klarna/operations/accounts";
import { type Role, roleNames } from "@/lib/klarna/permissions";
import { serve } from "@/lib/server/gateway";
import { permissionsFor } from "@/lib/server/permit";

import { madeUpOnboarding } from "../../klarna/made-up";
import { answered, ask, browserRequest } from "../harness/ask";
import { validCall } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { expansions } from "./permission-table";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  klarna.script = () => ({ body: '{"account_id":"krn:partner:global:account:test:LWT2XJSE"}' });
  return klarna;
});

const cookies = new Map<Role, string>();
beforeAll(async () => {
  for (const role of roleNames) cookies.set(role, (await signedIn(role)).cookie);
});

const { search } = validCall(accounts.get);
const everySubset = Array.from({ length: 2 ** expansions.length }, (_, bits) => expansions.filter((_, index) => (bits & (1 << index)) !== 0));

test("every expansion is in the table", () => {
  expect(expansions.map(([name]) => name).sort()).toEqual(Object.keys(accounts.get.expansions).sort());
});

describe.each(roleNames)("for %s", (role) => {
  test("an account opens with every set of expansions that the role may read all of, and with no other", async () => {
    const before = await latestAudit();
    let refused = 0;
    for (const set of everySubset) {
      klarna.received.length = 0;
      const expand = set.map(([name]) => name).join(",");
      const { status } = await ask("accounts.get", { cookie: cookies.get(role), search: { ...search, ...(expand !== "" && { expand }) } });
      const allowed = set.every(([, roles]) => roles.includes(role));
      expect(status, expand).toBe(allowed ? 200 : 403);
      expect(klarna.received.length, expand).toBe(allowed ? 1 : 0);
      refused += allowed ? 0 : 1;
    }
    expect((await auditAfter(before)).map(({ kind, account_id }) => [kind, account_id])).toEqual(
      Array.from({ length: refused }, () => ["refused", search.account_id]),
    );
  });
});

test("an expansion that is written in other ways doesn't get past its permission", async () => {
  klarna.received.length = 0;
  const people = "extra-account-data.beneficiary-information";
  for (const expand of [` ${people}`, `${people} `, people.toUpperCase(), `products,,${people}`, `${people},`, `%65xtra${people.slice(1)}`, "*"]) {
    const { status } = await ask("accounts.get", { cookie: cookies.get("finance"), search: { ...search, expand } });
    expect([400, 403], expand).toContain(status);
  }
  // The last of two is the one that is sent, so it is the one that is asked about.
  const twice = new URLSearchParams([
    ["account_id", search.account_id ?? ""],
    ["expand", "products"],
    ["expand", people],
  ]);
  const request = browserRequest(`/api/klarna/test/accounts.get?${twice}`, "GET", { cookie: cookies.get("finance") });
  expect((await answered(await serve(request, "test", "accounts.get"))).status).toBe(403);
  expect(klarna.received).toEqual([]);
});

test("a change asks for the permission of each class that its body touches, even to empty a list", () => {
  const extra = madeUpOnboarding.extra_account_data;
  const asked = (value: unknown) => permissionsFor(accounts.update, { query: undefined, value });
  expect(asked({ account_name: "Nordlys" })).toEqual(["merchants:write"]);
  expect(asked({ account_owner: { given_name: "Signe" } })).toContain("people:write");
  expect(asked({ extra_account_data: { settlement_information: extra.settlement_information } })).toContain("bank:write");
  expect(asked({ extra_account_data: { settlement_information: { bank_accounts: [] } } })).toContain("bank:write");
  expect(asked({ extra_account_data: { beneficiary_information: { stakeholders: [] } } })).toContain("people:write");
});
