import { beforeAll, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { eraseMerchant, finishErasing } from "@/lib/server/keeping/erase";
import { addNote } from "@/lib/server/notes/write";

import { ask } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { acceptableOnboarding, startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { everyTable, wholeTable } from "../harness/rows";
import { sendEvent } from "../harness/webhook";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

let admin: SignedIn;
let operator: SignedIn;
let id: string;
beforeAll(async () => {
  admin = await signedIn("admin");
  operator = await signedIn("operations");
  id = await merchantWithTraces();
});

/** What the merchant is known by, besides its account's id. */
const merchant = {
  account_name: "Blåsippans Lergods",
  account_reference: "BLASIPPAN-7",
  account_group_reference: "blasippegruppen",
  channel: { websites: [{ urls: ["https://blasippan.example"], website_name: "Lergods på nätet" }] },
};
const laterName = "Blåsippan & Dotter";
const marks = [merchant.account_name, laterName, merchant.account_reference, merchant.account_group_reference, "blasippan.example", "Lergods på nätet"];

/** Tables that go on naming the account by its id: who asked for what, and what is never to be learnt anew. None of them says what it was called, but the log. */
const namedById = ["public.audit_entries", "public.erased_merchants", "public.import_rows", "public.operations", "public.run_rows"];

/** The tables of every schema that hold one of these texts in any column, in clear or as its bytes. */
async function holding(texts: readonly string[]): Promise<readonly string[]> {
  const written = texts.flatMap((text) => [text, Buffer.from(text).toString("hex")]);
  const found = await Promise.all((await everyTable()).map(async (table) => ({ table, rows: await wholeTable(table) })));
  return found
    .filter(({ rows }) => written.some((text) => rows.includes(text)))
    .map(({ table }) => table)
    .sort();
}

/** Onboards it, reads it, gives it another name, and does to it what a desk does to a merchant. */
async function merchantWithTraces(): Promise<string> {
  const attempt = crypto.randomUUID();
  await query("INSERT INTO drafts (id, environment, title, created_by, updated_by) VALUES ($1, 'test', $2, $3, $3)", [
    attempt,
    merchant.account_name,
    operator.id,
  ]);
  const body = { ...(await acceptableOnboarding(emulator.url)), ...merchant };
  const onboarded = await ask("accounts.onboard", { cookie: operator.cookie, attempt, body });
  expect(onboarded.status).toBe(200);
  const { account_id } = onboarded.body as { account_id: string };
  await emulator.order("/clock", { advance: 60_000 });
  const read = () =>
    ask("accounts.get", { cookie: operator.cookie, search: { account_id, expand: "products,channel.websites,extra-account-data.settlement-information" } });
  await read();
  const changed = await ask("accounts.update", {
    ...{ cookie: operator.cookie, attempt: crypto.randomUUID(), search: { account_id } },
    body: { account_name: laterName, account_reference: merchant.account_reference },
  });
  expect(changed.status).toBe(200);
  await read();
  await sendEvent({ metadata: { event_id: crypto.randomUUID(), event_type: "x", live: false }, payload: { account_id } });
  const note = { environment: "test" as const, account_id, id: crypto.randomUUID(), body: laterName, ticket: merchant.account_reference, mentions: [] };
  await addNote(note, { personId: operator.id, role: "operations" });
  await query(
    "WITH run AS (INSERT INTO runs (id, environment, act, given, made_by, person_id) VALUES (gen_random_uuid(), 'test', 'read', '{}', $1, $1) RETURNING id) INSERT INTO run_rows (run_id, line, account_id, said) SELECT id, 1, $2, '\\x01' FROM run",
    [operator.id, account_id],
  );
  await query(
    "WITH brought AS (INSERT INTO imports (environment, known) VALUES ('test', 0) RETURNING id) INSERT INTO import_rows (import_id, line, account_id, state) SELECT id, 1, $1, 'read' FROM brought",
    [account_id],
  );
  return account_id;
}

test("of an erased merchant no table of any schema says what it was called, in no column, but the log that can't be changed", async () => {
  const before = await holding(marks);
  expect(before).toEqual(
    expect.arrayContaining(["audit_entries", "drafts", "merchant_changes", "merchants", "notes", "operations"].map((name) => `public.${name}`)),
  );
  expect((await holding([id])).length).toBeGreaterThan(namedById.length);

  await eraseMerchant("test", id, { personId: admin.id, role: "admin" });
  expect(await holding(marks)).toEqual(["public.audit_entries"]);
  expect(await holding([id])).toEqual(namedById);
});

test("what an operation that was under way brings in afterwards goes with the next night", async () => {
  await query("UPDATE operations SET before = jsonb_build_object('account_name', $2::text) WHERE account_id = $1 AND name = 'accounts.update'", [
    id,
    laterName,
  ]);
  await query("INSERT INTO edits (environment, account_id, person_id, content) VALUES ('test', $1, $2, '\\x01')", [id, operator.id]);
  await finishErasing(new AbortController().signal);
  expect(await holding(marks)).toEqual(["public.audit_entries"]);
  expect(await holding([id])).toEqual(namedById);
});

test("what isn't settled keeps what settles it", async () => {
  await query("UPDATE operations SET state = 'unknown', account_reference = 'STILL-NEEDED' WHERE account_id = $1 AND name = 'accounts.onboard'", [id]);
  await query("INSERT INTO edits (environment, account_id, person_id, content) VALUES ('test', $1, $2, '\\x01')", [id, operator.id]);
  await finishErasing(new AbortController().signal);
  expect(await holding(["STILL-NEEDED"])).toEqual(["public.operations"]);
  await query("UPDATE operations SET state = 'confirmed' WHERE account_id = $1", [id]);
  await finishErasing(new AbortController().signal);
  expect(await holding(["STILL-NEEDED"])).toEqual([]);
});
