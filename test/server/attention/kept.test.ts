import { expect, test } from "vitest";

import { rules } from "@/lib/server/attention/rules";
import { query } from "@/lib/server/db/client";

import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { payoutsInTrouble } from "./payouts-in-trouble";
import { look, merchant, operation } from "./stage";

withDesk(noKlarna, { DESK_TIME_SCALE: "1" });

test("what is kept of a finding is names, codes and times", async () => {
  const [person, colleague] = [await signedIn("operations"), await signedIn("support")];
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
