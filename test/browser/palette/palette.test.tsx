// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { Palette } from "@/components/palette/palette";
import { noteVisit, recentIds } from "@/components/palette/recent";
import type { PaletteMerchant, PaletteMoney, PaletteOffer } from "@/lib/desk/palette";
import { haveDialogs } from "../dialogs";
import { router, standAt } from "../navigation";

const offer: PaletteOffer = {
  person: "ada",
  environment: "test",
  home: "test",
  environments: [
    { name: "test", href: "/test/merchants" },
    { name: "live", href: "/live/merchants" },
  ],
  pages: [{ href: "/settings/audit", label: "Audit log" }],
  may: ["merchants:write", "settlements:read"],
};
const known: PaletteMerchant = { account_id: "krn:partner:global:account:test:A1", account_name: "Skönhet AB", account_reference: "S-1", state: "OPERATIONAL" };
const iban = "SE4550000000058398257466";

let asked: { url: string; body: Record<string, unknown> }[];
let answer: (body: Record<string, unknown>) => Promise<Response>;
let clipboard: { text: string; permission: PermissionState; reads: number };
const onClose = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  standAt("/test/merchants");
  localStorage.clear();
  asked = [];
  answer = async ({ text, ids }) => found(text || (ids as string[]).length > 0 ? [known] : []);
  clipboard = { text: "", permission: "prompt", reads: 0 };
  vi.stubGlobal("fetch", (url: string, { body }: { body: string }) => {
    asked.push({ url, body: JSON.parse(body) });
    return answer(JSON.parse(body));
  });
  haveDialogs();
  Object.assign(navigator, {
    clipboard: {
      readText: async () => {
        clipboard.reads += 1;
        if (clipboard.permission === "denied") throw new Error("NotAllowedError");
        return clipboard.text;
      },
    },
    permissions: { query: async () => ({ state: clipboard.permission }) },
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.clearAllMocks();
});

const found = (merchants: readonly PaletteMerchant[], money: readonly PaletteMoney[] = []) => Response.json({ merchants, money });
const input = () => screen.getByRole("combobox");
const settle = () => act(() => vi.advanceTimersByTimeAsync(200));
const options = () => screen.queryAllByRole("option").map((option) => option.textContent);
const active = () => document.getElementById(input().getAttribute("aria-activedescendant") ?? "")?.textContent;

async function open(over: Partial<PaletteOffer> = {}): Promise<void> {
  render(<Palette offer={{ ...offer, ...over }} early={() => ""} onClose={onClose} />);
  await settle();
}

async function type(text: string): Promise<void> {
  fireEvent.change(input(), { target: { value: text } });
  await settle();
}

test("finds merchants, pages and actions; arrows move round, Enter goes", async () => {
  await open();
  await type("skonhet");
  expect(options()).toEqual(["Skönhet ABS-1"]);
  await type("bring");
  expect(options()).toContain("Bring in a list of account ids");
  await type("");
  const all = options().length;
  expect(active()).toBe("Look for an account id on the clipboard");
  fireEvent.keyDown(input(), { key: "ArrowUp" });
  expect(active()).toBe("Sign out");
  fireEvent.keyDown(input(), { key: "ArrowDown" });
  fireEvent.keyDown(input(), { key: "ArrowDown" });
  expect(active()).toBe("Audit log");
  fireEvent.keyDown(input(), { key: "Enter" });
  expect(router.push).toHaveBeenCalledWith("/settings/audit");
  expect(onClose).toHaveBeenCalled();
  expect(all).toBeGreaterThan(6);
});

test("on a page that belongs to neither it looks where one worked last, and says where that is", async () => {
  await open({ environment: undefined, home: "live" });
  await type("skonhet");
  expect(asked.at(-1)?.body).toMatchObject({ environment: "live" });
  expect(screen.getByText("Merchants in LIVE")).toBeTruthy();
  fireEvent.keyDown(input(), { key: "Enter" });
  expect(router.push).toHaveBeenCalledWith(expect.stringMatching(/^\/live\/merchants\//));
});

test("offers only what this person may do", async () => {
  await open({ may: [], pages: [] });
  expect(options()).not.toContain("Onboard a merchant");
  expect(options()).not.toContain("Bring in a list of account ids");
  expect(options()).not.toContain("Audit log");
  expect(options()).not.toContain("Add a person to the team");
  expect(options()).toContain("Download the list of merchants");
  expect(options()).toContain("Switch to LIVE");
});

test("an id that the desk doesn't know can be read from Klarna, in the environment that it names", async () => {
  answer = async () => found([]);
  await open();
  await type("  krn:partner:global:account:live:NEW1 ");
  expect(options()).toEqual(["krn:partner:global:account:live:NEW1Read it from Klarna, LIVE"]);
  fireEvent.keyDown(input(), { key: "Enter" });
  expect(router.push).toHaveBeenCalledWith(`/live/merchants/${encodeURIComponent("krn:partner:global:account:live:NEW1")}`);
});

test("what is typed travels in a body, and never in an address", async () => {
  await open();
  await type(iban);
  expect(asked.at(-1)).toEqual({ url: "/api/desk/palette", body: { environment: "test", text: iban } });
  expect(asked.map(({ url }) => url).join()).not.toContain(iban);
  expect(JSON.stringify(localStorage)).not.toContain(iban);
});

test("while a text is asked for, the last answer stays; Enter doesn't take from an answer to an earlier text", async () => {
  await open();
  await type("skon");
  answer = () => new Promise(() => undefined);
  await type("skonhet");
  expect(options()).toEqual(["Skönhet ABS-1"]);
  fireEvent.keyDown(input(), { key: "Enter" });
  expect(router.push).not.toHaveBeenCalled();
});

test("the search fails: that is said, and pages and actions go on", async () => {
  answer = async () => Response.json({ status: 503, code: "DATABASE_DOWN", message: "The desk's own database can't be reached.", fields: [] }, { status: 503 });
  await open();
  await type("audit");
  expect(screen.getByRole("status").textContent).toContain("database can't be reached");
  expect(options()).toEqual(["Audit log"]);
});

test("nothing fits: it says so", async () => {
  answer = async () => found([]);
  await open();
  await type("zzzz");
  expect(options()).toEqual([]);
  expect(screen.getByRole("status").textContent).toContain("Nothing fits");
});

test("the clipboard isn't read before the person asks, unless the browser was told before that it may", async () => {
  clipboard.text = known.account_id;
  await open();
  expect(clipboard.reads).toBe(0);
  await act(async () => fireEvent.click(screen.getByText("Look for an account id on the clipboard")));
  const group = within(screen.getByRole("group", { name: "On your clipboard" }));
  expect(group.getByRole("option").textContent).toContain(known.account_id);
  expect(onClose).not.toHaveBeenCalled();
  cleanup();
  clipboard.permission = "granted";
  await open();
  expect(screen.getByRole("group", { name: "On your clipboard" }).textContent).toContain(known.account_id);
});

test("what else is on the clipboard is neither shown nor sent; where it may not be read, nothing is said", async () => {
  clipboard = { text: `secret ${iban}`, permission: "granted", reads: 0 };
  await open();
  expect(document.body.textContent).not.toContain("secret");
  expect(JSON.stringify(asked)).not.toContain("secret");
  cleanup();
  clipboard.permission = "denied";
  await open();
  expect(screen.queryByRole("group", { name: "On your clipboard" })).toBeNull();
});

test("merchants that this person looked at last are offered first, remembered by their ids only", async () => {
  localStorage.setItem("desk-recent-merchants test", JSON.stringify(["krn:partner:global:account:test:SOMEBODYS"]));
  for (const path of [`/test/merchants/${encodeURIComponent(known.account_id)}`, "/test/merchants/new", "/settings/account"]) noteVisit(offer.person, path);
  noteVisit(offer.person, `/test/merchants/${encodeURIComponent(known.account_id)}`);
  expect(recentIds(offer.person, "test")).toEqual([known.account_id]);
  expect(recentIds(offer.person, "live")).toEqual([]);
  expect(recentIds("another", "test")).toEqual([]);
  expect(JSON.stringify(localStorage)).not.toContain("SOMEBODYS");
  await open();
  expect(asked[0]?.body).toEqual({ environment: "test", ids: [known.account_id] });
  expect(screen.getByRole("group", { name: "Looked at last" }).textContent).toContain("Skönhet AB");
  localStorage.setItem("desk-recent-merchants ada test", "nonsense");
  expect(recentIds(offer.person, "test")).toEqual([]);
});
