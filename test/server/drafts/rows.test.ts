import { beforeAll, expect, test } from "vitest";

import { DELETE as deleteRoute, PUT as putRoute } from "@/app/api/desk/drafts/[id]/route";
import { POST as rowsRoute } from "@/app/api/desk/drafts/rows/route";
import type { RowDraft } from "@/lib/desk/draft";
import { readDraft } from "@/lib/server/drafts/drafts";

import { answered, ask, browserRequest } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { acceptableOnboarding, startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { wholeTable } from "../harness/rows";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

let mine: SignedIn;
let theirs: SignedIn;
beforeAll(async () => {
  mine = await signedIn("operations");
  theirs = await signedIn("admin");
});

const search = { environment: "test" };
const row = (name: string) => ({ title: name, content: { account_name: name } });
const bring = async (rows: readonly object[], by = mine, environment = "test") =>
  answered(await rowsRoute(browserRequest("/d", "POST", { cookie: by.cookie, body: { environment, rows } })));
const brought = async (...given: Parameters<typeof bring>) => (await bring(...given)).body as readonly RowDraft[];

test("a draft is made of each row, in their order", async () => {
  const drafts = await brought([row("One"), row("Two")]);
  expect(drafts.map(({ made, outcome, account_id }) => [made, outcome, account_id])).toEqual([
    [true, null, null],
    [true, null, null],
  ]);
  const read = await Promise.all(drafts.map(({ id }) => readDraft("test", id)));
  expect(read.map(({ title, content }) => [title, content])).toEqual([
    ["One", { account_name: "One" }],
    ["Two", { account_name: "Two" }],
  ]);
});

test("a row that is brought in again, by whom and in whatever file, makes none, and doesn't touch what was typed since", async () => {
  const [first] = await brought([row("Three")]);
  const { id = "" } = first ?? {};
  await putRoute(
    browserRequest("/d", "PUT", { cookie: mine.cookie, body: { ...search, version: 1, title: "Three", content: { account_name: "Typed since" } } }),
    {
      params: Promise.resolve({ id }),
    },
  );
  expect(await brought([row("Other"), row("Three")], theirs)).toMatchObject([{ made: true }, { id, made: false }]);
  expect(await readDraft("test", id)).toMatchObject({ version: 2, content: { account_name: "Typed since" } });
  // In another environment it is another.
  expect((await brought([row("Three")], mine, "live"))[0]?.id).not.toBe(id);
});

test("brought in by two at once it makes one", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => brought([row("Race")], index % 2 === 0 ? mine : theirs)));
  expect(new Set(answers.map(([draft]) => draft?.id)).size).toBe(1);
  expect(answers.filter(([draft]) => draft?.made)).toHaveLength(1);
});

test("one that was thrown away can be brought in again; one that became a merchant can't become another", async () => {
  const content = await acceptableOnboarding(emulator.url);
  const whole = [{ title: "Nordlys", content }];
  const [first] = await brought(whole);
  const { id = "" } = first ?? {};
  await deleteRoute(browserRequest("/d", "DELETE", { cookie: mine.cookie, search }), { params: Promise.resolve({ id }) });
  expect(await brought(whole)).toMatchObject([{ id, made: true }]);
  await ask("accounts.onboard", { cookie: mine.cookie, attempt: id, body: content });
  expect(await brought(whole)).toMatchObject([{ id, made: false, outcome: "confirmed", account_id: expect.stringMatching(/^krn:/) }]);
});

test("what isn't a part of a table is refused, and nothing is made of it", async () => {
  const before = (await wholeTable("drafts")).length;
  const refused = [[], Array.from({ length: 21 }, (_, index) => row(`Many ${index}`)), [{ title: "x".repeat(256), content: {} }], [{ content: {} }]];
  for (const rows of refused) expect((await bring(rows)).status).toBe(400);
  expect((await bring([row("Finance")], await signedIn("finance"))).status).toBe(403);
  expect((await wholeTable("drafts")).length).toBe(before);
});

test("what is personal in a row is kept encrypted", async () => {
  const content = { account_name: "Sealed", account_owner: { given_name: "Ottilie", family_name: "Sternberg-Hallqvist" } };
  await brought([{ title: "Sealed", content }]);
  expect(JSON.stringify(await wholeTable("drafts"))).not.toContain("Sternberg-Hallqvist");
});
