// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";

import { MerchantList } from "@/components/merchants/merchant-list";
import { everything } from "@/lib/desk/directory";
import type { MerchantPage } from "@/lib/desk/merchant";
import { router } from "../navigation";
import { atTheList } from "./at-list";
import { type Answer, Doors, merchant, renderFresh } from "./desk";

atTheList();

it("an Enter before the answer leads to what is found, and never to what was there before", async () => {
  const counts = { total: 1, states: {} };
  new Doors({ "/api/desk/directory/counts": { json: counts }, "/api/desk/directory": { json: found("What is found") } });
  renderList();
  const search = screen.getByRole("textbox", { name: "Search merchants" });
  search.focus();
  fireEvent.change(search, { target: { value: "nor" } });
  fireEvent.keyDown(search, { key: "Enter" });
  expect(document.activeElement).toBe(search);
  await act(() => vi.advanceTimersByTimeAsync(161));
  await act(() => vi.advanceTimersByTimeAsync(150));
  expect(document.activeElement?.textContent).toBe("What is found");
});

it("an id of something else than an account leads nowhere: it is searched for, and said to be what it is", async () => {
  const website = "krn:partner:global:account:channel:website:3f1c0a52-7c1f-4d5e-9b1e-2a6d7e8f9a01";
  const counts = { total: 0, states: {} };
  new Doors({ "/api/desk/directory/counts": { json: counts }, "/api/desk/directory": { json: { merchants: [], next: null, spelling: "typed" } } });
  renderList();
  const search = screen.getByRole("textbox", { name: "Search merchants" });
  fireEvent.change(search, { target: { value: website } });
  fireEvent.keyDown(search, { key: "Enter" });
  expect(router.push).not.toHaveBeenCalled();
  await act(() => vi.advanceTimersByTimeAsync(161));
  await act(() => vi.advanceTimersByTimeAsync(150));
  expect(screen.getByText("This is the id of a website")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Open it" })).toBeNull();
  fireEvent.change(search, { target: { value: "krn:partner:global:account:test:NEW1" } });
  fireEvent.keyDown(search, { key: "Enter" });
  expect(router.push).toHaveBeenCalledWith(`/test/merchants/${encodeURIComponent("krn:partner:global:account:test:NEW1")}`);
});

it("what is typed and not sought yet writes no address once one is on the way elsewhere: the way would be given up for it", async () => {
  new Doors({ "/api/desk/directory/counts": { json: { total: 0, states: {} } }, "/api/desk/directory": { json: found("What is found") } });
  renderList();
  const search = screen.getByRole("textbox", { name: "Search merchants" });
  fireEvent.change(search, { target: { value: "krn:partner:global:account:test:NEW1" } });
  fireEvent.keyDown(search, { key: "Enter" });
  await act(() => vi.advanceTimersByTimeAsync(161));
  expect(router.push).toHaveBeenCalledWith(`/test/merchants/${encodeURIComponent("krn:partner:global:account:test:NEW1")}`);
  expect(window.location.search).toBe("");
  const link = screen.getByRole("link", { name: "What was there" });
  link.addEventListener("click", (event) => event.preventDefault());
  fireEvent.change(search, { target: { value: "nor" } });
  fireEvent.click(link, { metaKey: true });
  fireEvent.click(link);
  await act(() => vi.advanceTimersByTimeAsync(161));
  expect(window.location.search).toBe("");
  fireEvent.change(search, { target: { value: "nord" } });
  fireEvent.click(link, { metaKey: true });
  await act(() => vi.advanceTimersByTimeAsync(161));
  expect(window.location.search).toBe("?q=nord");
});

it("a search that couldn't be read is said to be that, and never to find nothing", async () => {
  const signedOut = { problem: 401, code: "SIGNED_OUT", message: "Your session has ended." };
  new Doors({ "/api/desk/directory/counts": signedOut, "/api/desk/directory": signedOut });
  renderList();
  fireEvent.change(screen.getByRole("textbox", { name: "Search merchants" }), { target: { value: "krn:partner:global:account:test:NEW1" } });
  await act(() => vi.advanceTimersByTimeAsync(161));
  await act(() => vi.advanceTimersByTimeAsync(150));
  expect(screen.getByText("You are signed out.")).toBeTruthy();
  expect(screen.getByText("The merchants couldn't be read")).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/doesn't know this account|0 found|0 merchants/);
  expect(screen.getByRole("button", { name: /^All/, pressed: true }).textContent).toBe("All");
});

it("counts that couldn't be read are said to be that, and how many there are isn't said", async () => {
  new Doors({ "/api/desk/directory/counts": { problem: 503, code: "DATABASE_DOWN" }, "/api/desk/directory": { json: found("What is found") } });
  renderList();
  fireEvent.change(screen.getByRole("textbox", { name: "Search merchants" }), { target: { value: "nor" } });
  await act(() => vi.advanceTimersByTimeAsync(161));
  await act(() => vi.advanceTimersByTimeAsync(150));
  expect(screen.getByRole("link", { name: "What is found" })).toBeTruthy();
  expect(screen.getByText("The desk's database can't be reached.")).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/\d (merchants?|found)/);
});

it("where a search couldn't be read, nothing of the one before comes back while it is read again", async () => {
  const doors = new Doors({ "/api/desk/directory": { problem: 503, code: "DATABASE_DOWN" } });
  renderList();
  fireEvent.change(screen.getByRole("textbox", { name: "Search merchants" }), { target: { value: "nor" } });
  await act(() => vi.advanceTimersByTimeAsync(161));
  await act(() => vi.advanceTimersByTimeAsync(150));
  expect(screen.getByText("The merchants couldn't be read")).toBeTruthy();
  doors.set("/api/desk/directory", new Promise(() => undefined));
  const asked = doors.askedFor("/api/desk/directory");
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await act(() => vi.advanceTimersByTimeAsync(150));
  expect(doors.askedFor("/api/desk/directory")).toBe(asked + 2);
  expect(screen.getByText("The merchants couldn't be read")).toBeTruthy();
  expect(screen.getByText("The desk's database can't be reached.")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "What was there" })).toBeNull();
  expect(screen.getByRole("button", { name: /^All/, pressed: true }).textContent).toBe("All");
});

it("how many were found isn't said by the count of the question before, where the rows come sooner", async () => {
  let arrive: (counts: Answer) => void = () => undefined;
  const slow = new Promise<Answer>((resolve) => {
    arrive = resolve;
  });
  new Doors({ "/api/desk/directory/counts": slow, "/api/desk/directory": { json: found("What is found") } });
  renderList();
  fireEvent.change(screen.getByRole("textbox", { name: "Search merchants" }), { target: { value: "nor" } });
  await act(() => vi.advanceTimersByTimeAsync(161));
  await act(() => vi.advanceTimersByTimeAsync(150));
  expect(screen.getByRole("link", { name: "What is found" })).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/\d (merchants?|found)/);
  arrive({ json: { total: 7, states: {} } });
  await act(() => vi.advanceTimersByTimeAsync(150));
  expect(screen.getByText("7 found")).toBeTruthy();
});

function renderList(): void {
  renderFresh(
    <MerchantList
      environment="test"
      first={{ asked: everything, page: found("What was there"), counts: { total: 1, states: {} }, readAt: new Date().toISOString() }}
      views={[]}
      categories={{ "5992": "Florists" }}
      profiles={{ name: "distributionProfiles.list", resource: "distributionProfiles", search: {} }}
      tagNames={{}}
      comfortable={false}
      mayOnboard
      mayDo={[]}
    />,
  );
}

function found(account_name: string): MerchantPage {
  return { merchants: [merchant({ account_id: `krn:partner:global:account:test:${account_name.length}`, account_name })], next: null, spelling: "typed" };
}
