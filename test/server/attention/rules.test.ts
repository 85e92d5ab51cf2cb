import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { rules } from "@/lib/server/attention/rules";
import { query } from "@/lib/server/db/client";

import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { payoutsInTrouble } from "./payouts-in-trouble";
import { findBy, look, merchant, operation, shownTo } from "./stage";

withDesk(noKlarna, { DESK_TIME_SCALE: "1" });

let person: SignedIn;
beforeAll(async () => {
  person = await signedIn("operations");
});
beforeEach(async () => {
  for (const table of ["attention", "attention_looks", "notes", "webhook_events", "operations", "runs", "merchants"]) await query(`DELETE FROM ${table}`);
});

const found = (rule: string) => findBy(rule, person);

describe("partially operational", () => {
  const partially = { state: "PARTIALLY_OPERATIONAL", reason: "INITIAL_SETUP" };

  test("for eleven minutes is found; for nine, or of an account that Klarna doesn't know, it isn't", async () => {
    const stuck = await merchant({ ...partially, inStateFor: "11 minutes" });
    await merchant({ ...partially, inStateFor: "9 minutes" });
    await merchant({ ...partially, inStateFor: "11 minutes", missing: true });
    await merchant({ inStateFor: "11 minutes" });
    expect(await found("stuck")).toEqual([stuck]);
    const [item] = await shownTo(person);
    expect(item?.reason).toBe("Partially operational for over 10 minutes; Klarna normally needs seconds.");
  });

  test("is found in both environments, and goes by itself when the account is operational", async () => {
    const ids = [await merchant({ ...partially }), await merchant({ ...partially, environment: "live" })];
    expect(await found("stuck")).toEqual([...ids].sort());
    expect((await shownTo(person, { environment: "live" })).map(({ account_id }) => account_id)).toEqual([ids[1]]);
    await query("UPDATE merchants SET state = 'OPERATIONAL'");
    expect(await found("stuck")).toEqual([]);
  });
});

describe("a product that is disabled", () => {
  const product = (state: string, state_reason?: string) => ({
    product_id: "krn:product:1",
    type: "PAYMENT",
    state,
    ...(state_reason !== undefined && { state_reason }),
  });

  test("is found where Klarna did it, whatever its reason, and where it ended the product", async () => {
    const klarnas = [
      await merchant({ products: [product("ENABLED"), product("DISABLED", "FRAUDULENT_BEHAVIOUR")] }),
      await merchant({ products: [product("DISABLED", "A_REASON_OF_TOMORROW")] }),
      await merchant({ products: [product("TERMINATED")] }),
    ];
    expect(await found("product-disabled")).toEqual([...klarnas].sort());
    const reasons = (await shownTo(person)).map(({ reason }) => reason);
    expect(reasons).toContain("Klarna has disabled this product because it sees fraudulent behaviour.");
    expect(reasons).toContain("Klarna has ended this product.");
  });

  test("isn't found where our own side did it, or where nobody can tell", async () => {
    for (const reason of ["FRAUD_BY_PARTNER", "VOLUNTARY_BY_PARTNER", "SOMETHING_BY_PARTNER", "", undefined])
      await merchant({ products: [product("DISABLED", reason)] });
    await merchant({ products: [product("ENABLED", "APPROVED"), { ...product("DISABLED"), state_reason: null }] });
    await merchant({ products: [product("DISABLED", "OTHER_RISK")], missing: true });
    expect(await found("product-disabled")).toEqual([]);
  });

  test("is another thing when Klarna ends what it had disabled", async () => {
    const id = await merchant({ products: [product("DISABLED", "OTHER_RISK")] });
    await look();
    await query("UPDATE attention SET done_at = now()");
    await query("UPDATE merchants SET products = $1", [JSON.stringify([product("TERMINATED", "OTHER_RISK")])]);
    expect(await found("product-disabled")).toEqual([id]);
  });
});

test("people that look incomplete are found, one thing for each gap; complete ones and those that nobody has read aren't", async () => {
  const id = await merchant({ gaps: ["SOLE_TRADER_WITHOUT_OWNER", "ALTERNATIVE_BESIDE_ULTIMATE"] });
  await merchant({ gaps: [] });
  await merchant();
  expect(await found("people-incomplete")).toEqual([id, id]);
  await query("UPDATE merchants SET people_gaps = '[\"ALTERNATIVE_BESIDE_ULTIMATE\"]' WHERE account_id = $1", [id]);
  await look();
  expect(await shownTo(person)).toMatchObject([{ reason: "An alternative beneficial owner beside an ultimate one." }]);
});

test("a merchant that wasn't seen for thirty-one days is found, also one never read; twenty-nine days are none", async () => {
  const old = await merchant({ seenAgo: "31 days", firstSeenAgo: "90 days" });
  const never = await merchant({ seenAgo: "never", firstSeenAgo: "31 days" });
  await merchant({ seenAgo: "29 days", firstSeenAgo: "90 days" });
  await merchant({ seenAgo: "never", firstSeenAgo: "29 days" });
  await merchant({ seenAgo: "31 days", missing: true });
  expect(await found("unseen")).toEqual([old, never].sort());
  await query("UPDATE merchants SET seen_at = now()");
  expect(await found("unseen")).toEqual([]);
});

describe("a note that names a colleague", () => {
  const note = async (accountId: string, named: readonly SignedIn[]) => {
    const [row] = await query<{ id: string }>("INSERT INTO notes (environment, account_id, person_id, body) VALUES ('test', $1, $2, '\\x00') RETURNING id", [
      accountId,
      person.id,
    ]);
    for (const { id } of named) await query("INSERT INTO note_mentions VALUES ($1, $2)", [row?.id, id]);
    return row?.id ?? "";
  };

  test("is that colleague's; naming oneself, or somebody who has left, asks nobody for anything", async () => {
    const [colleague, left] = [await signedIn("support"), await signedIn("support")];
    const id = await merchant();
    await query("UPDATE people SET disabled_at = now() WHERE id = $1", [left.id]);
    const noteId = await note(id, [colleague, left, person]);
    expect(await found("mention")).toEqual([id]);
    const items = await shownTo(colleague, { tab: "mine" });
    expect(items).toMatchObject([
      { account_id: id, person: { id: colleague.id }, reason: expect.stringMatching(/^operations \d+ names support \d+ in a note\.$/) },
    ]);
    await query("DELETE FROM notes WHERE id = $1", [noteId]);
    expect(await found("mention")).toEqual([]);
  });
});

test("what is kept of a finding is names, codes and times", async () => {
  const colleague = await signedIn("support");
  const id = await merchant({
    ...{ name: "Torkel Vintersjö", state: "PARTIALLY_OPERATIONAL", reason: "ACCOUNT_UPDATE", seenAgo: "40 days", gaps: ["NO_OWNER"] },
    products: [{ product_id: "p", state: "DISABLED", state_reason: "OTHER_RISK" }],
  });
  await operation(person, id, { state: "'unknown'", body: "'\\x54'" });
  await operation(person, id, { unannounced_since: "now()" });
  await query(
    "WITH n AS (INSERT INTO notes (environment, account_id, person_id, body) VALUES ('test', $1, $2, '\\x00') RETURNING id) INSERT INTO note_mentions SELECT id, $3 FROM n",
    [id, person.id, colleague.id],
  );
  await query(
    `INSERT INTO certificates (environment, fingerprint, serial_number, subject, issuer, valid_from, valid_to)
     VALUES ('test', 'a1', 'A1', 'CN=LWT2XJSE', 'CN=x', now(), now() + interval '2 days')`,
  );
  await query(
    `INSERT INTO enablements (environment, account_id, product_id, enablement_id, program_id, countries, effective_from, effective_to, asked_at)
     VALUES ('test', $1, 'p', 'e', 'pay-later', NULL, now() - interval '1 day', now() + interval '3 days', now())`,
    [id],
  );
  await query(
    `INSERT INTO settlements (environment, settlement_id, source, currency, refusal)
     VALUES ('test', 'XD65-1', 'announced', 'SEK', '{"code":"NOT_A_REPORT","line":1,"column":null,"reason":"","at":""}')`,
  );
  await payoutsInTrouble();
  await query(
    "INSERT INTO webhook_events (environment, event_id, event_type, signing_key_id, raw, received_at) VALUES ('live', 'old', 'x', 'k', '', now() - interval '100 hours')",
  );
  await query(
    "INSERT INTO runs (id, environment, act, given, details, made_by, person_id, stopped) VALUES (gen_random_uuid(), 'test', 'suspend', '{}', '\\x54', $1, $1, 'NOT_ALLOWED')",
    [person.id],
  );
  await query(
    `WITH r AS (INSERT INTO runs (id, environment, act, given, details, made_by, person_id, finished_at) VALUES (gen_random_uuid(), 'test', 'suspend', '{}', '\\x54', $1, $1, now()) RETURNING id)
     INSERT INTO run_rows (run_id, line, account_id, state, said) SELECT id, 1, $2, 'failed', '\\x54' FROM r`,
    [person.id, id],
  );
  await query(
    `WITH i AS (INSERT INTO imports (environment, known, finished_at) VALUES ('test', 0, now()) RETURNING id)
     INSERT INTO import_rows (import_id, line, account_id, state, fault) SELECT id, 1, $1, 'failed', 'NO_ANSWER' FROM i`,
    [id],
  );
  await look();
  const kept = await query<{ rule: string; facts: Record<string, string> }>("SELECT rule, facts FROM attention");
  expect(new Set(kept.map(({ rule }) => rule))).toEqual(new Set(rules.map(({ name }) => name)));
  const [money, run] = [
    ["amount", "kind", "merchant", "payout", "refusal"],
    ["run", "code", "failed"],
  ];
  const time = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
  for (const { facts } of kept)
    for (const [name, value] of Object.entries(facts)) {
      if (name === "ends") expect(value).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
      else if (["since", "valid_to", "last"].includes(name)) expect(value).toMatch(time);
      else
        expect(
          [
            [
              "state_reason",
              "state",
              "operation",
              "gap",
              "author",
              "reference",
              "days",
              "hours",
              "program",
              "settlement",
              "currency",
              "refused",
              ...money,
              ...run,
            ].includes(name),
            /^(Settlement |Payouts? (of )?|Klarna’s |Suspending |Account )?[A-Za-z0-9_.-]+( in EUR)?$/.test(value),
          ],
          `${name} ${value}`,
        ).toEqual([true, true]);
    }
  expect(JSON.stringify(kept)).not.toMatch(/Torkel|Vintersj/);
});
