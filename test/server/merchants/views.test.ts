import { beforeEach, expect, test } from "vitest";

import { everything } from "@/lib/desk/directory";
import type { Role } from "@/lib/klarna/permissions";
import { query } from "@/lib/server/db/client";
import type { Session } from "@/lib/server/session";
import { countViews } from "@/lib/server/views/counts";
import { newView } from "@/lib/server/views/input";
import { changeView, createView, deleteView, listViews, setOwnDefault, setTeamDefault } from "@/lib/server/views/views";

import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";

withDesk(noKlarna);

const session = async (role: Role): Promise<Session> => {
  const { id, email } = await signedIn(role);
  return { id: "", personId: id, name: role, email, role } as Session;
};
const view = (name: string, shared: boolean, search = "state=DISABLED") => ({ name, search, shared });
const names = async (somebody: Session) => (await listViews("test", somebody)).map(({ name }) => name);

beforeEach(async () => {
  await query("DELETE FROM saved_views");
});

test("a view is one's own or the team's; only its maker and those who keep the team's change it", async () => {
  const [support, finance, admin] = [await session("support"), await session("finance"), await session("admin")];
  const own = await createView("test", view("mine", false), support);
  const team = await createView("test", view("ours", true), support);
  expect(await names(support)).toEqual(["mine", "ours"]);
  expect(await names(finance)).toEqual(["ours"]);
  expect(await listViews("live", support)).toEqual([]);
  expect((await listViews("test", finance))[0]).toMatchObject({ editable: false, shared: true, owner: expect.stringContaining("support") });
  await expect(changeView("test", team.id, view("theirs", true), finance)).rejects.toThrow("isn't yours");
  await expect(deleteView("test", team.id, finance)).rejects.toThrow("isn't yours");
  await expect(changeView("test", own.id, view("peeked", false), admin)).rejects.toThrow("isn't yours");
  await changeView("test", team.id, view("kept", true, "country=SE"), admin);
  expect((await listViews("test", finance))[0]).toMatchObject({ name: "kept", search: "country=SE" });
  await deleteView("test", own.id, support);
  await deleteView("test", own.id, support);
  expect(await names(support)).toEqual(["kept"]);
});

test("a list begins with one's own default, and the team's is set by who keeps its views", async () => {
  const [support, finance, operations] = [await session("support"), await session("finance"), await session("operations")];
  const own = await createView("test", view("mine", false), support);
  const team = await createView("test", view("ours", true), support);
  const defaults = async (somebody: Session) =>
    (await listViews("test", somebody)).map(({ name, own_default, team_default }) => [name, own_default, team_default]);
  await setOwnDefault("test", own.id, support);
  await setTeamDefault("test", team.id, operations);
  expect(await defaults(support)).toEqual([
    ["mine", true, false],
    ["ours", false, true],
  ]);
  expect(await defaults(finance)).toEqual([["ours", false, true]]);
  await expect(setTeamDefault("test", team.id, finance)).rejects.toThrow("doesn't include this");
  await expect(setTeamDefault("test", own.id, operations)).rejects.toThrow("deleted");
  await expect(setOwnDefault("test", own.id, finance)).rejects.toThrow("deleted");
  await setOwnDefault("test", team.id, finance);
  await Promise.all([setTeamDefault("test", team.id, operations), setTeamDefault("test", team.id, operations)]);
  await changeView("test", team.id, view("hidden", false), support);
  expect(await defaults(finance)).toEqual([]);
  expect(await query("SELECT 1 FROM default_views WHERE person_id = $1", [finance.personId])).toEqual([]);
  expect(await query("SELECT 1 FROM team_default_views")).toEqual([]);
  await setOwnDefault("test", null, support);
  expect((await defaults(support)).some(([, own_default]) => own_default)).toBe(false);
});

test("a view keeps relative times and columns, and nothing that may be somebody's own or that the desk doesn't know", () => {
  const kept = (search: string) => newView.parse({ environment: "test", name: " A view ", search, shared: false });
  expect(kept("?seen_days=7&unseen_days=30&columns=name.tags&q=nordlys&sort=-seen").search).toBe(
    "q=nordlys&seen_days=7&unseen_days=30&sort=-seen&columns=name.tags",
  );
  expect(kept("q=19790512-9990&colour=red").search).toBe("");
  expect(kept("").name).toBe("A view");
});

test("a view is called what was typed, joined pictures and Persian too; what can't be seen or turns the text around it is left out", () => {
  const called = (name: string) => newView.safeParse({ environment: "test", name, search: "", shared: false }).data?.name;
  for (const name of ["👩‍🌾 farms", "❤️‍🔥", "می‌خواهم", "Göteborg 東京"]) expect(called(name)).toBe(name);
  for (const name of ["A\u202e v\u2069iew", "\u200fA view\u061c", "A v\u200b\u00adiew\ufeff", "A\u200d v\u200ciew \u200d", "A view\0"])
    expect(called(name)).toBe("A view");
  for (const name of ["\u200d", " \u202e\u200c ", "👩‍🌾".repeat(21)]) expect(called(name)).toBeUndefined();
});

test("a hundred views are one person's most", async () => {
  const [support, finance] = [await session("support"), await session("finance")];
  await query(
    "INSERT INTO saved_views (environment, name, search, shared, person_id) SELECT 'test', 'view ' || n, '', false, $1 FROM generate_series(1, 99) n",
    [support.personId],
  );
  await createView("test", view("the hundredth", false), support);
  await expect(createView("test", view("one more", false), support)).rejects.toMatchObject({ problem: { status: 409, code: "TOO_MANY_VIEWS" } });
  await createView("live", view("elsewhere", false), support);
  await createView("test", view("a colleague's", false), finance);
});

test("each view says how many merchants it has now", async () => {
  const finance = await session("finance");
  await query(
    "INSERT INTO merchants (environment, account_id, state) VALUES ('test', 'krn:1', 'DISABLED'), ('test', 'krn:2', 'OPERATIONAL'), ('test', 'krn:3', 'DISABLED')",
  );
  const disabled = await createView("test", view("disabled", false), finance);
  const all = await createView("test", view("all", false, ""), finance);
  expect(await countViews("test", finance)).toEqual({ [disabled.id]: 2, [all.id]: 3 });
  expect(everything.filters).toEqual({});
});
