// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";

import { MerchantList } from "@/components/merchants/merchant-list";
import { everything } from "@/lib/desk/directory";
import type { DirectoryMerchant, MerchantPage } from "@/lib/desk/merchant";

import { atTheList } from "./at-list";
import { type Answer, Doors, merchant, renderFresh } from "./desk";

const listDoor = "/api/desk/directory";
const countsDoor = "/api/desk/directory/counts";
const numbered = (number: number, given: Partial<DirectoryMerchant> = {}) =>
  merchant({ account_id: `krn:partner:global:account:test:${number}`, account_name: `Merchant ${number}`, ...given });

atTheList();

describe("the list of merchants", () => {
  it("shows what the page came with, before anything is asked, each name leading to its merchant", () => {
    const doors = open(page([numbered(1), numbered(2)]), { [listDoor]: "away" });
    expect(doors.asked).toEqual([]);
    expect(screen.getByText("2 merchants")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Merchant 2" }).getAttribute("href")).toBe("/test/merchants/krn%3Apartner%3Aglobal%3Aaccount%3Atest%3A2");
  });

  it("says what it doesn't know, and shows what it has never heard of as it came", () => {
    const unread = { account_name: null, account_reference: null, state: null, state_reason: null, country: null, products: null, seen_at: null };
    const odd = { state: "PAUSED", country: "XQ", products: [{ state: "SLEEPING", merchant_category_code: "0000" }] };
    open(page([numbered(1, unread), numbered(2, odd), numbered(3, { missing_since: "2026-11-20T00:00:00Z" })]), { "/api/desk/categories": { json: [] } });
    const [first, second, third] = rows();
    expect(first?.textContent).toContain("krn:partner:global:account:test:1");
    expect(first?.textContent).toContain("Not read yet");
    expect(second?.textContent).toContain("PAUSED");
    expect(second?.textContent).toContain("SLEEPING");
    expect(third?.textContent).toContain("Not at Klarna");
  });

  it("learns of a new merchant by itself", async () => {
    open(page([numbered(1)]), { [listDoor]: { json: page([numbered(2), numbered(1)]) } });
    await pass(15_000);
    expect(rows().map((row) => within(row).getByRole("link").textContent)).toEqual(["Merchant 2", "Merchant 1"]);
  });

  it("reads its rows and how many there are by one press", async () => {
    const doors = open(page([numbered(1)]), { [listDoor]: { json: page([numbered(2), numbered(1)]) } });
    doors.set(countsDoor, { json: { total: 2, states: {} } });
    fireEvent.click(screen.getByRole("button", { name: "Refresh" }));
    await pass(0);
    expect(rows()).toHaveLength(2);
    expect(screen.getByText("2 merchants")).toBeTruthy();
  });

  it("keeps its rows while the desk's database is away, says so, and heals by itself", async () => {
    const doors = open(page([numbered(1)]), { [listDoor]: { problem: 503, code: "DATABASE_DOWN" } });
    await pass(15_000);
    expect(screen.getByText("The desk's database can't be reached.")).toBeTruthy();
    expect(rows()).toHaveLength(1);
    doors.set(listDoor, { json: page([numbered(1)]) });
    await pass(15_000);
    expect(screen.queryByText("The desk's database can't be reached.")).toBeNull();
  });

  it("shows more when asked to, and says how much there is", async () => {
    open({ ...page([numbered(1)]), next: "cursor" }, { [listDoor]: { json: page([numbered(2)]) } }, true, 2);
    expect(screen.getByText("1 of 2")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Show more" }));
    await pass(0);
    expect(rows()).toHaveLength(2);
    expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  });

  it("walks the rows by J and K, and leaves those who type in peace", () => {
    open(page([numbered(1), numbered(2)]), {});
    const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });
    for (const [key, name] of [
      ["j", "Merchant 1"],
      ["j", "Merchant 2"],
      ["j", "Merchant 2"],
      ["k", "Merchant 1"],
    ] as const) {
      press(key);
      expect(document.activeElement?.textContent).toBe(name);
    }
    const field = document.body.appendChild(document.createElement("input"));
    field.focus();
    press("j", field);
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it("says what to do while there is nothing, to each what they may do", () => {
    open(page([]), {});
    expect(screen.getByRole("link", { name: "Onboard the first" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Bring in those you have" })).toBeTruthy();
    cleanup();
    open(page([]), {}, false);
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("asks once typing rests, marks what it still shows as old, and loses nothing that is typed meanwhile", async () => {
    const doors = open(page([numbered(1)]), { [listDoor]: { json: { ...page([numbered(2)]), spelling: "similar" } } });
    const search = screen.getByRole("textbox", { name: "Search merchants" });
    for (const text of ["n", "no", "nor"]) fireEvent.change(search, { target: { value: text } });
    expect(doors.askedFor(listDoor)).toBe(0);
    expect(rows()[0]?.textContent).toContain("Merchant 1");
    await act(() => vi.advanceTimersByTimeAsync(161));
    expect(window.location.search).toBe("?q=nor");
    await pass(100);
    expect(rows()[0]?.textContent).toContain("Merchant 2");
    expect(screen.getByText("Nothing is spelt like that. These are close:")).toBeTruthy();
    expect((search as HTMLInputElement).value).toBe("nor");
  });

  it("shows whose ids are close to one that the desk doesn't know, and still offers to open that one", async () => {
    open(page([numbered(1)]), { [listDoor]: { json: { ...page([numbered(2)]), spelling: "similar" } } });
    fireEvent.change(screen.getByRole("textbox", { name: "Search merchants" }), { target: { value: "krn:partner:global:account:test:3" } });
    await pass(200);
    await pass(100);
    expect(rows()[0]?.textContent).toContain("Merchant 2");
    expect(screen.getByText("The desk doesn't know this account yet. These have an id that is close:")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Open it as it was typed" }).getAttribute("href")).toBe(
      "/test/merchants/krn%3Apartner%3Aglobal%3Aaccount%3Atest%3A3",
    );
  });

  it("keeps an account number out of the address", async () => {
    const doors = open(page([numbered(1)]), { [listDoor]: { json: page([]) } });
    fireEvent.change(screen.getByRole("textbox", { name: "Search merchants" }), { target: { value: "SE45 5000 0000 0583 9825 7466" } });
    await pass(200);
    await pass(100);
    expect(doors.askedFor(listDoor)).toBeGreaterThan(0);
    expect(window.location.search).toBe("?view=all");
    expect(doors.asked.join()).not.toContain("5839");
    expect(document.body.textContent).toContain("No merchant is found by that");
  });

  it("selects by X and by the boxes, and says how many", () => {
    open(page([numbered(1), numbered(2)]), {});
    for (const key of ["j", "x", "j", "x"]) fireEvent.keyDown(document.activeElement ?? document.body, { key });
    expect(screen.getByRole("region", { name: "Selected merchants" }).textContent).toContain("2 selected");
    fireEvent.click(screen.getByRole("checkbox", { name: "Select Merchant 2" }));
    expect(screen.getByRole("region", { name: "Selected merchants" }).textContent).toContain("1 selected");
    fireEvent.click(screen.getByRole("button", { name: "Clear" }));
    expect(screen.queryByRole("region", { name: "Selected merchants" })).toBeNull();
  });
});

function open(first: MerchantPage, answers: Record<string, Answer>, mayOnboard = true, total = first.merchants.length): Doors {
  const counts = { total, states: {} };
  const doors = new Doors({ [countsDoor]: { json: counts }, ...answers });
  renderFresh(
    <MerchantList
      environment="test"
      first={{ asked: everything, page: first, counts, readAt: new Date().toISOString() }}
      views={[]}
      categories={{ "5992": "Florists" }}
      profiles={{ name: "distributionProfiles.list", resource: "distributionProfiles", search: {} }}
      tagNames={{}}
      comfortable={false}
      mayOnboard={mayOnboard}
      mayDo={["suspend", "tag"]}
    />,
  );
  return doors;
}

function page(merchants: readonly DirectoryMerchant[]): MerchantPage {
  return { merchants, next: null, spelling: "typed" };
}

function rows(): readonly HTMLElement[] {
  return screen.getAllByRole("row").slice(1);
}

async function pass(milliseconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(milliseconds + 50));
}
