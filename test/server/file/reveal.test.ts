import { Client } from "pg";
import { beforeAll, beforeEach, expect, test } from "vitest";

import { POST as door } from "@/app/api/desk/merchants/[account_id]/reveal/route";
import { itemsIn } from "@/lib/klarna/file/parts";
import { query } from "@/lib/server/db/client";

import { answered, browserRequest, problemOf } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { AtFile } from "../harness/file-desk";
import { type SignedIn, signedIn } from "../harness/people";

let emulator: TestEmulator;
// Forty at a moment, on a busy machine: none of them gives up on Klarna before it has answered.
withDesk(
  async () => {
    emulator = await startTestEmulator();
    return emulator;
  },
  { DESK_TIME_SCALE: "1" },
);

let account_id: string;
let support: SignedIn;
let birth: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  account_id = await emulator.merchant();
});
beforeEach(async () => {
  support = await signedIn("support");
  const { account } = await new AtFile(support.cookie, account_id).read();
  birth = { resource: "stakeholders", id: itemsIn(account, "stakeholders")[0]?.id, field: "date_of_birth", reason: "The caller is to name it" };
});

const reveal = async (given: object = birth, { cookie } = support) =>
  answered(
    await door(browserRequest("/api/desk/merchants/x/reveal", "POST", { cookie, body: { environment: "test", ...given } }), {
      params: Promise.resolve({ account_id }),
    }),
  );
const noted = () =>
  query<{ detail: unknown; operation: string }>("SELECT operation, detail FROM audit_entries WHERE kind = 'revealed' AND person_id = $1", [support.id]);

test("a masked value is shown with a reason, and the log holds who, what and why, and not the value", async () => {
  const answer = await reveal();
  expect([answer.status, answer.body, answer.headers.get("cache-control")]).toEqual([200, { value: "1979-05-12" }, "no-store"]);
  expect(await noted()).toEqual([{ operation: "stakeholders.reveal", detail: { field: "date_of_birth", item: birth.id, reason: "The caller is to name it" } }]);
});

test("without a reason nothing is shown and nothing noted", async () => {
  for (const reason of ["", "    ", "why", "x".repeat(201)]) {
    const answer = await reveal({ ...birth, reason });
    expect([answer.status, problemOf(answer).fields.map(({ path }) => path)], reason).toEqual([400, ["reason"]]);
  }
  expect(await noted()).toEqual([]);
});

const refused = () => query<{ detail: unknown }>("SELECT operation, detail FROM audit_entries WHERE kind = 'refused' AND person_id = $1", [support.id]);

test("who guesses the value in the reason is told so thirty times an hour, as if it had been shown; the log keeps that, and not what was guessed", async () => {
  for (let guess = 0; guess < 30; guess += 1) {
    const answer = await reveal({ ...birth, reason: guess % 2 === 0 ? "Is it 1979-05-12?" : "born 19790512" });
    expect([answer.status, problemOf(answer).fields.map(({ path }) => path)]).toEqual([400, ["reason"]]);
    expect(JSON.stringify(answer.body)).not.toContain("05-12");
  }
  const asked = [await reveal({ ...birth, reason: "Is it 1979-05-12?" }), await reveal({ ...birth, reason: "Is it 1979-05-13?" }), await reveal()];
  expect(asked.map(({ status }) => status)).toEqual([429, 429, 429]);
  expect((await refused()).slice(0, 30)).toEqual(
    Array(30).fill({ operation: "file.reveal", detail: { field: "date_of_birth", item: birth.id, quoted: true } }),
  );
  expect(JSON.stringify(await refused())).not.toMatch(/05-1|0512/);
});

test.each([
  "Is it 12/05/1979?",
  "12.05.1979",
  "12 May 1979",
  "May 12th, 1979",
  "May the 12th of 1979",
  "12. Mai 1979",
  "den 12 maj 1979",
  "el 12 de mayo de 1979",
  "12.toukokuuta 1979",
  "05/12/1979",
  "12/5/79",
  "1979 / 05 / 12",
  "1979_05_12",
  "１２．０５．１９７９",
  "12051979",
  "120579",
  "1979—05—12",
])("a reason that writes the day as %s isn't kept either", async (reason) => {
  const answer = await reveal({ ...birth, reason });
  expect([answer.status, problemOf(answer).fields.map(({ path }) => path)]).toEqual([400, ["reason"]]);
  expect(await noted()).toEqual([]);
});

test.each(["Ticket 1979, called on 12 June", "Asked in 2025 and again on 12/05", "Wants the year 1979 confirmed"])("%s is a reason", async (reason) => {
  expect((await reveal({ ...birth, reason })).status).toBe(200);
});

test("a session whose proof is old is asked again first", async () => {
  await query("UPDATE sessions SET proved_at = now() - interval '11 minutes' WHERE id = $1", [support.sessionId]);
  const answer = await reveal();
  expect([answer.status, problemOf(answer).code]).toEqual([403, "STEP_UP_REQUIRED"]);
  expect(await noted()).toEqual([]);
});

test("who may not see people isn't shown one, and the log keeps that they asked", async () => {
  for (const role of ["finance", "auditor"] as const) {
    const answer = await reveal(birth, await signedIn(role));
    expect([answer.status, problemOf(answer).code]).toEqual([403, "NOT_ALLOWED"]);
  }
});

test("nobody is shown more than thirty within an hour; an hour later they are", async () => {
  await query(
    "INSERT INTO audit_entries (kind, person_id, at) SELECT 'revealed', $1::uuid, now() - interval '59 minutes' FROM generate_series(1, 29) UNION ALL SELECT 'revealed', $1::uuid, now() - interval '61 minutes' FROM generate_series(1, 50)",
    [support.id],
  );
  expect((await reveal()).status).toBe(200);
  const answer = await reveal();
  expect([answer.status, problemOf(answer).code]).toEqual([429, "TOO_MANY_REVEALS"]);
  expect(JSON.stringify(answer.body)).not.toContain("1979");
  expect(await refused()).toEqual([{ operation: "file.reveal", detail: { limit: 30, field: "date_of_birth", item: birth.id } }]);
});

test("nor by asking for forty at the same moment", async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => reveal()));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  expect(await noted()).toHaveLength(30);
});

test("two who ask for the last one at the same moment wait for each other, and one of them is refused", async () => {
  await reveal();
  await query("INSERT INTO audit_entries (kind, person_id, role) SELECT 'revealed', $1, 'support' FROM generate_series(2, 29)", [support.id]);
  await query("UPDATE throttles SET failures = 29");
  const holder = new Client({ connectionString: process.env.DATABASE_URL });
  await holder.connect();
  try {
    await holder.query("BEGIN");
    await holder.query("SELECT FROM throttles FOR UPDATE");
    const asked = [reveal(), reveal()];
    await expect
      .poll(async () => (await query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).length, {
        timeout: 10_000,
      })
      .toBe(2);
    await holder.query("COMMIT");
    expect((await Promise.all(asked)).map(({ status }) => status).sort()).toEqual([200, 429]);
  } finally {
    await holder.end();
  }
});

test("what isn't masked, isn't a field, or isn't there, is a clear error", async () => {
  expect(problemOf(await reveal({ ...birth, field: "given_name" })).code).toBe("NOT_MASKED");
  expect(problemOf(await reveal({ ...birth, field: "__proto__" })).code).toBe("NOT_MASKED");
  expect(problemOf(await reveal({ ...birth, id: "krn:partner:global:account:stakeholder:7d5b44a4-0c1a-4a52-9a37-3d3b8f6ac001" })).code).toBe("NOTHING_THERE");
});

test("when the log can't be written the value doesn't leave", async () => {
  await query("ALTER TABLE audit_entries RENAME TO audit_entries_away");
  try {
    const answer = await reveal();
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain("1979");
  } finally {
    await query("ALTER TABLE audit_entries_away RENAME TO audit_entries");
  }
});
