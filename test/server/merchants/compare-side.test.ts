import { expect, it } from "vitest";

import { roleNames, roles } from "@/lib/klarna/permissions";
import { query } from "@/lib/server/db/client";
import { comparedSide } from "@/lib/server/merchants/compare-side";

import { ask } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";

withDesk(noKlarna);

const known = "krn:partner:global:account:test:KNOWN1";

it("knows a side by its address: open, no account id, of the other environment, erased, known, new", async () => {
  await query("INSERT INTO merchants (environment, account_id, account_name) VALUES ('test', $1, 'Blomster')", [known]);
  await query("INSERT INTO merchants (environment, account_id, account_name) VALUES ('live', 'krn:partner:global:account:ELSEWHERE', 'Other')");
  const person = await query<{ id: string }>("INSERT INTO people (email, name, role) VALUES ('ada@desk.example', 'Ada', 'admin') RETURNING id");
  const erased = "krn:partner:global:account:test:GONE1";
  await query("INSERT INTO erased_merchants (environment, account_id, person_id) VALUES ('test', $1, $2)", [erased, person[0]?.id]);
  const side = (given: string | undefined) => comparedSide("test", given, "support");

  for (const nothing of [undefined, "", "  "]) expect(await side(nothing)).toEqual({ is: "open" });
  for (const odd of ["an odd one", "krn:partner:../secrets", "krn:partner:global:account:test:A B", `krn:partner:${"x".repeat(300)}`, "krn:partner:\u0000"])
    expect(await side(odd), odd).toEqual({ is: "malformed" });
  expect(await side("krn:partner:global:account:live:ABC")).toMatchObject({ is: "elsewhere", belongs_to: "live", connected: true });
  expect(await side(erased)).toEqual({ is: "erased", account_id: erased });
  expect(await side(` ${known} `)).toMatchObject({ is: "merchant", account_id: known, known: { account_name: "Blomster" } });
  expect(await side("krn:partner:global:account:test:NEW1")).toMatchObject({ is: "merchant", known: undefined });
  // What LIVE knows by the same id is nobody in TEST.
  expect(await side("krn:partner:global:account:ELSEWHERE")).toMatchObject({ is: "merchant", known: undefined });
});

it("reads a merchant by one call, with all that the role may see and nothing that it may not", async () => {
  for (const role of roleNames) {
    const side = await comparedSide("test", known, role);
    if (side.is !== "merchant") throw new Error("It isn't read.");
    expect(side.call).toMatchObject({ name: "accounts.get", search: { account_id: known } });
    const expand = side.call.search.expand?.split(",") ?? [];
    const may = (permission: string) => (roles[role] as readonly string[]).includes(permission);
    expect(expand.includes("extra-account-data.beneficiary-information"), role).toBe(may("people:read"));
    expect(expand.includes("extra-account-data.settlement-information"), role).toBe(may("bank:read"));
    for (const part of [
      "products",
      "channel.websites",
      "channel.collections",
      "extra-account-data.business-information",
      "extra-account-data.account-information",
    ])
      expect(expand, role).toContain(part);
    // The door takes it: it gets as far as a Klarna that isn't there.
    const { status } = await ask("accounts.get", { cookie: (await signedIn(role)).cookie, search: side.call.search });
    expect(status, role).toBe(503);
  }
});
