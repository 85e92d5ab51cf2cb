// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { AttentionView } from "@/components/attention/attention-view";
import type { AttentionCounts, AttentionFilter, AttentionItem } from "@/lib/desk/attention";
import { haveDialogs } from "../dialogs";
import { renderFresh } from "../merchants/desk";
import { router, standAt } from "../navigation";

let asked: string[] = [];
const sent: { readonly path: string; readonly body: unknown }[] = [];

const item = (id: string, given: Partial<AttentionItem> = {}): AttentionItem => ({
  ...{ id, environment: "test", account_id: `krn:${id}`, merchant: `Merchant ${id}`, rule: "stuck", reason: `Reason of ${id}.`, advice: "Do this." },
  ...{
    operation_id: null,
    settlement_id: null,
    payment_reference: null,
    merchant_id: null,
    run_id: null,
    person: null,
    since: "2026-11-26T10:00:00Z",
    due_at: "2026-11-26T12:00:00Z",
    snoozed_until: null,
    done_at: null,
    done_by: null,
  },
  ...given,
});
const counts: AttentionCounts = { mine: 0, unassigned: 3, all: 3, more: [], looked_at: "2026-11-26T10:00:00Z" };
const filter: AttentionFilter = { tab: "unassigned", show: "open", sort: "due" };

let answer: () => Response;
/** What the desk answers when it is read anew; what isn't here takes for ever. */
let found: Readonly<Record<string, unknown>>;
beforeEach(() => {
  standAt("/attention");
  sent.length = 0;
  asked = [];
  found = {};
  answer = () => Response.json({ changed: 1 });
  haveDialogs();
  vi.stubGlobal("fetch", async (path: string, { method, body }: { method: string; body?: string }) => {
    if (method === "GET") {
      const door = path.split("?", 1)[0] ?? "";
      asked.push(door);
      if (found[door]) return Response.json(found[door]);
      return new Promise(() => undefined);
    }
    sent.push({ path, body: JSON.parse(body ?? "null") });
    return answer();
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(
  items: readonly AttentionItem[],
  given: { readonly filter?: Partial<AttentionFilter>; readonly counts?: Partial<AttentionCounts>; readonly mayAct?: boolean } = {},
) {
  return renderFresh(
    <AttentionView
      filter={{ ...filter, ...given.filter }}
      first={{ page: { items, next: null }, counts: { ...counts, ...given.counts }, readAt: "2026-11-26T13:00:00Z" }}
      environments={["test", "live"]}
      me="me"
      mayAct={given.mayAct ?? true}
    />,
  );
}

const row = (name: string) => screen.getByRole("row", { name: new RegExp(name) });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

describe("the inbox", () => {
  it("is walked and worked through with the keyboard: J, then E for each, and the focus goes on to the next", async () => {
    show([item("a"), item("b"), item("c")]);
    press("j");
    press("e");
    await waitFor(() => expect(screen.queryByRole("row", { name: /Merchant a/ })).toBeNull());
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Merchant b"));
    press("e");
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Merchant c"));
    expect(sent.map(({ body }) => body)).toEqual([
      { ids: ["a"], act: "done" },
      { ids: ["b"], act: "done" },
    ]);
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(sent.at(-1)?.body).toEqual({ ids: ["b"], act: "undo" }));
  });

  it("reads its rows, how many there are and when the desk looked by one press", async () => {
    show([item("a")]);
    await waitFor(() => expect(asked).toHaveLength(2));
    fireEvent.click(screen.getByRole("button", { name: "Refresh" }));
    await waitFor(() => expect(asked.slice(2).sort()).toEqual(["/api/desk/attention", "/api/desk/attention/counts"]));
  });

  it("A takes a thing as it is shown, so that who was faster keeps it; what is one's own isn't taken again", async () => {
    show([item("a", { person: { id: "ben", name: "Ben", disabled: false } }), item("b", { person: { id: "me", name: "Me", disabled: false } })]);
    press("j");
    press("a");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toEqual({ ids: ["a"], act: "assign", person_id: "me", from: "ben" });
    const done = await screen.findByRole("region", { name: "What was done last" });
    expect(done.textContent).toContain("Merchant a is yours now");
    press("j");
    press("a");
    expect(sent).toHaveLength(1);
    expect(within(row("Merchant b")).getByText("You")).toBeTruthy();
  });

  it("gives a thing to somebody as it was when it was asked for: who took it meanwhile keeps it, and the question stays", async () => {
    answer = () => Response.json({ status: 409, code: "ATTENTION_CHANGED", message: "This stands otherwise by now.", fields: [] }, { status: 409 });
    const cy = { id: "cy", name: "Cy", disabled: false };
    show([item("a", { person: cy })]);
    found = { "/api/desk/attention": { items: [item("a", { person: { id: "ben", name: "Ben", disabled: false } })], next: null } };
    fireEvent.click(screen.getByRole("button", { name: /^Who and by when/ }));
    const dialog = await screen.findByRole("dialog");
    fireEvent.change(within(dialog).getByRole("combobox"), { target: { value: "" } });
    fireEvent.blur(within(dialog).getByRole("combobox"));
    expect(within(dialog).getByRole<HTMLInputElement>("combobox").value).toBe("");
    fireEvent.click(screen.getByRole("button", { name: "Refresh" }));
    await within(row("Merchant a")).findByText("Ben");
    fireEvent.click(within(dialog).getByRole("button", { name: "Set who and when" }));
    await waitFor(() => expect(sent.map(({ body }) => body)).toEqual([{ ids: ["a"], act: "assign", person_id: null, from: "cy" }]));
    found = { "/api/desk/attention": { items: [], next: null } };
    fireEvent.click(screen.getByRole("button", { name: "Refresh" }));
    await waitFor(() => expect(screen.queryByRole("row", { name: /Merchant a/ })).toBeNull());
    expect(screen.getByRole("dialog")).toBeTruthy();
    expect(await screen.findByText("This stands otherwise by now.")).toBeTruthy();
  });

  it("says why something wasn't done, and keeps it", async () => {
    answer = () => Response.json({ status: 409, code: "ATTENTION_CHANGED", message: "This stands otherwise by now.", fields: [] }, { status: 409 });
    show([item("a")]);
    fireEvent.click(screen.getByRole("button", { name: "Done: Merchant a" }));
    expect(await screen.findByText("This stands otherwise by now.")).toBeTruthy();
    expect(row("Merchant a")).toBeTruthy();
  });

  it("shows who can't act no way to, and the keys do nothing", () => {
    show([item("a")], { mayAct: false });
    press("j");
    for (const key of ["a", "s", "e"]) press(key);
    expect(screen.queryByRole("button", { name: /Merchant a/ })).toBeNull();
    expect(sent).toEqual([]);
  });

  it("says TEST or LIVE on every row, what is overdue, who has left, and leads to the operation where no account is known", () => {
    show([
      item("a", { environment: "live", due_at: "2026-11-27T12:00:00Z" }),
      item("b", { account_id: null, merchant: null, operation_id: "op-1", person: { id: "x", name: "Cy", disabled: true } }),
    ]);
    expect(within(row("Merchant a")).getByText("LIVE")).toBeTruthy();
    expect(within(row("Merchant a")).queryByText("Overdue")).toBeNull();
    const unknown = row("isn't onboarded yet");
    expect(within(unknown).getByText("TEST")).toBeTruthy();
    expect(within(unknown).getByText("Overdue")).toBeTruthy();
    expect(within(unknown).getByText("Cy (left)")).toBeTruthy();
    expect(within(unknown).getByRole("link").getAttribute("href")).toBe("/settings/operations/op-1");
  });

  it("says how many more there are and where", () => {
    show([item("a")], { counts: { more: [{ environment: "live", rule: "unseen", count: 4_312 }] } });
    expect(screen.getByText(/And 4,312 more in LIVE/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "See all of them" }).getAttribute("href")).toBe("/live/merchants?unseen_days=30");
  });

  it("says what to do where nothing is: to look at what is nobody's, to show everything, or that all is well", () => {
    show([], { filter: { tab: "mine" }, counts: { unassigned: 3 } });
    expect(screen.getByText("3 things wait for somebody to take care of.")).toBeTruthy();
    cleanup();
    show([], { filter: { tab: "all", rule: "stuck" }, counts: { unassigned: 0, all: 0 } });
    expect(screen.getByRole("link", { name: "Show everything" }).getAttribute("href")).toBe("/attention?tab=all");
    cleanup();
    show([], { filter: { tab: "all" }, counts: { unassigned: 0, all: 0 } });
    expect(screen.getByText("Nothing needs attention")).toBeTruthy();
  });

  it("is narrowed and sorted by its address", () => {
    show([item("a")]);
    fireEvent.change(screen.getByLabelText("What"), { target: { value: "unseen" } });
    expect(router.replace).toHaveBeenLastCalledWith("/attention?tab=unassigned&rule=unseen", { scroll: false });
    fireEvent.change(screen.getByLabelText("Environment"), { target: { value: "live" } });
    expect(router.replace).toHaveBeenLastCalledWith("/attention?tab=unassigned&environment=live", { scroll: false });
    fireEvent.click(screen.getByRole("button", { name: "Due" }));
    expect(router.replace).toHaveBeenLastCalledWith("/attention?tab=unassigned&sort=-due", { scroll: false });
    fireEvent.change(screen.getByLabelText("Sort by"), { target: { value: "-opened" } });
    expect(router.replace).toHaveBeenLastCalledWith("/attention?tab=unassigned&sort=-opened", { scroll: false });
  });
});
