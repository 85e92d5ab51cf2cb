import { beforeAll, beforeEach, expect, test } from "vitest";

import { GET as colleaguesRoute } from "@/app/api/desk/colleagues/route";
import type { Named } from "@/lib/desk/note";
import { lookBy } from "@/lib/server/attention/look";
import { mention } from "@/lib/server/attention/rules/people";
import { query } from "@/lib/server/db/client";
import { addPerson } from "@/lib/server/people";

import { shownTo } from "../attention/stage";
import { answered, browserRequest } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { account_id, notesOf } from "./note-desk";

withDesk(noKlarna);

let author: SignedIn;
const ids = new Map<string, string>();
beforeAll(async () => {
  author = await signedIn("support");
  for (const [key, name] of Object.entries({ ada: "Ada Lind", adaQ: "Ada Lindqvist", one: "Bo Ek", two: "Bo Ek", gone: "Cy Dahl", odd: "D'Ed (A|B) [x]" }))
    ids.set(key, (await addPerson({ email: `${key}@desk.example`, name, role: "operations" })).id);
});
beforeEach(async () => {
  await query("DELETE FROM notes");
  await query("DELETE FROM attention");
  await query("UPDATE people SET disabled_at = NULL");
  await query("INSERT INTO merchants (environment, account_id) VALUES ('test', $1) ON CONFLICT DO NOTHING", [account_id]);
});

const idOf = (key: string) => ids.get(key) ?? "";
const disable = (key: string) => query("UPDATE people SET disabled_at = now() WHERE id = $1", [idOf(key)]);
const mentioned = async () => {
  const { entries } = await notesOf(author).timeline();
  return entries.flatMap((entry) => (entry.kind === "note" ? entry.mentions.map(({ name }) => name) : []));
};

test("a colleague is named by @ and their whole name, in any case, typed or chosen", async () => {
  await notesOf(author).add("Please look, @ada lindqvist. Thanks!");
  expect(await mentioned()).toEqual(["Ada Lindqvist"]);
});

test.each([
  ["a longer name isn't a shorter one's", "@Ada Lindqvist", ["Ada Lindqvist"]],
  ["nor a shorter one a longer one's", "@Ada Lind, hello", ["Ada Lind"]],
  ["what goes on isn't the name", "@Ada Lindberg", []],
  ["an e-mail address names nobody", "write to info@Ada Lind", []],
  ["characters that mean something elsewhere mean themselves", "(@D'Ed (A|B) [x])", ["D'Ed (A|B) [x]"]],
  ["several at once", "@Ada Lind and @Ada Lindqvist", ["Ada Lind", "Ada Lindqvist"]],
])("%s", async (_, body, names) => {
  await notesOf(author).add(body, { mentions: [idOf("one")] });
  expect(await mentioned()).toEqual(names);
});

test("of two who are called the same the chosen one is meant; without a choice, both", async () => {
  const { id } = await notesOf(author).add("@Bo Ek", { mentions: [idOf("two")] });
  expect(await query("SELECT person_id FROM note_mentions WHERE note_id = $1", [id])).toEqual([{ person_id: idOf("two") }]);
  await notesOf(author).change(id, "@Bo Ek!");
  expect(await query("SELECT person_id FROM note_mentions WHERE note_id = $1", [id])).toHaveLength(2);
});

test("who can't sign in any more isn't offered and can't be named; who was named before stays so", async () => {
  const { id } = await notesOf(author).add("@Cy Dahl");
  await disable("gone");
  await notesOf(author).add("@Cy Dahl again");
  await notesOf(author).change(id, "@Cy Dahl, who has left");
  expect(await query("SELECT note_id FROM note_mentions")).toEqual([{ note_id: id }]);
  const offered = (await answered(await colleaguesRoute(browserRequest("/c", "GET", { cookie: author.cookie })))).body as readonly Named[];
  expect(offered.map(({ name }) => name)).toContain("Ada Lind");
  expect(offered.map(({ name }) => name)).not.toContain("Cy Dahl");
  expect(Object.keys(offered[0] ?? {})).toEqual(["id", "name"]);
});

const inInbox = async () => (await shownTo(author, { rule: "mention" })).map(({ person }) => person?.id);

test("the inbox hears of a mention once it is written, and no more once it is taken back, or its note is deleted", async () => {
  const { id } = await notesOf(author).add("@Ada Lind");
  const found = await shownTo(author, { rule: "mention" });
  expect(found).toMatchObject([
    { environment: "test", account_id, person: { id: idOf("ada") }, reason: expect.stringMatching(/^support \d+ names Ada Lind in a note\.$/) },
  ]);
  await notesOf(author).change(id, "Nobody");
  expect(await inInbox()).toEqual([]);
  await notesOf(author).change(id, "@Ada Lind");
  expect(await inInbox()).toEqual([idOf("ada")]);
  await notesOf(author).remove(id);
  expect(await inInbox()).toEqual([]);
  expect(await query("SELECT 1 FROM note_mentions")).toEqual([]);
});

test("of somebody who couldn't mark it as done it is nobody's, so that whoever may ends it", async () => {
  const auditor = await signedIn("auditor");
  const [{ name = "" } = {}] = await query<{ name: string }>("SELECT name FROM people WHERE id = $1", [auditor.id]);
  await notesOf(author).add(`@${name}`);
  expect(await shownTo(auditor, { rule: "mention" })).toMatchObject([{ person: null, reason: expect.stringContaining(`names ${name} in a note.`) }]);
});

test("it doesn't hear of those who have left, of oneself, or of what somebody has dealt with", async () => {
  const [me] = await query<{ name: string }>("SELECT name FROM people WHERE id = $1", [author.id]);
  await notesOf(author).add(`@${me?.name} @Ada Lind @Cy Dahl`);
  await disable("gone");
  await lookBy(mention);
  expect(await inInbox()).toEqual([idOf("ada")]);
  await query("UPDATE attention SET done_at = now()");
  await lookBy(mention);
  expect(await inInbox()).toEqual([]);
});
