// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { ImportForm } from "@/components/imports/import-form";

import { haveDialogs } from "../dialogs";
import { router } from "../navigation";

/** What was asked for and isn't answered yet, in order. */
let held: { readonly path: string; readonly text: string; readonly answer: (json: unknown) => Promise<void> }[];
const started = vi.fn();
beforeEach(() => {
  haveDialogs();
  held = [];
  vi.stubGlobal("fetch", (path: string, { body }: { readonly body: string }) => {
    const { text } = JSON.parse(body) as { readonly text: string };
    return new Promise<Response>((resolve) => {
      held.push({ path, text, answer: (json) => act(async () => resolve(Response.json(json))) });
    });
  });
  render(<ImportForm environment="test" onStarted={started} />);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  started.mockReset();
  router.push.mockReset();
});

const found = (count: number) => ({
  lines: count,
  new: count,
  known: 0,
  faults: { "not-an-id": 0, "other-environment": 0, twice: 0, erased: 0 },
  examples: [],
});
const list = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Account ids" });
const type = (value: string) => fireEvent.change(list(), { target: { value } });
const check = () => fireEvent.submit(list().form as HTMLFormElement);
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const choose = (file: File) => act(async () => fireEvent.change(screen.getByLabelText("Choose a file"), { target: { files: [file] } }));
const ofFile = (text: string) => new File([text], "ids.csv", { type: "text/csv" });
/** Whether the browser would ask, were the page left now. */
const asks = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

describe("a list of accounts", () => {
  it("that was changed while it was checked is shown no check of what it was", async () => {
    type("krn:1");
    check();
    type("krn:2\nkrn:3");
    await held[0]?.answer(found(1));
    expect(screen.queryByRole("status")).toBeNull();
    check();
    await held[1]?.answer(found(2));
    expect(screen.getByRole("button", { name: "Read 2 accounts" })).toBeTruthy();
    type("krn:4");
    expect(screen.queryByRole("status")).toBeNull();
  });

  it("is brought in as it was checked, and gone once it is taken in", async () => {
    type("krn:1");
    check();
    await held[0]?.answer(found(1));
    // As what a script of the browser's own does, which nobody typed.
    list().value = "krn:2";
    press("Read 1 account");
    expect(held[1]).toMatchObject({ path: "/api/desk/imports", text: "krn:1" });
    await held[1]?.answer({});
    expect(started).toHaveBeenCalledOnce();
    expect(list().value).toBe("");
    expect(screen.queryByRole("status")).toBeNull();
  });

  it("that is typed while another is taken in stays, with what was found in it", async () => {
    type("krn:1");
    check();
    await held[0]?.answer(found(1));
    press("Read 1 account");
    type("krn:2\nkrn:3");
    check();
    await held[2]?.answer(found(2));
    await held[1]?.answer({});
    expect(started).toHaveBeenCalledOnce();
    expect(list().value).toBe("krn:2\nkrn:3");
    expect(screen.getByRole("button", { name: "Read 2 accounts" })).toBeTruthy();
  });

  it("that is chosen while another file is taken in stays", async () => {
    await choose(ofFile("krn:1"));
    press("Check the list");
    await held[0]?.answer(found(1));
    press("Read 1 account");
    await choose(new File(["krn:2"], "others.csv"));
    await held[1]?.answer({});
    expect(screen.getByText("others.csv")).toBeTruthy();
  });

  it("that was pasted is there again after a file was looked at, also one that was taken in in its place", async () => {
    type("krn:1");
    await choose(ofFile("krn:2"));
    expect(screen.queryByRole("textbox", { name: "Account ids" })).toBeNull();
    press("Take another list");
    expect(list().value).toBe("krn:1");
    await choose(ofFile("krn:2"));
    press("Check the list");
    await held[0]?.answer(found(1));
    press("Read 1 account");
    expect(held[1]).toMatchObject({ path: "/api/desk/imports", text: "krn:2" });
    await held[1]?.answer({});
    expect(screen.queryByText("ids.csv")).toBeNull();
    expect(list().value).toBe("krn:1");
  });

  it("that was pasted and is taken in goes, also while a file is chosen meanwhile; that one stays", async () => {
    type("krn:1");
    check();
    await held[0]?.answer(found(1));
    press("Read 1 account");
    await choose(ofFile("krn:2"));
    await held[1]?.answer({});
    expect(screen.getByText("ids.csv")).toBeTruthy();
    expect(asks()).toBe(false);
    press("Take another list");
    expect(list().value).toBe("");
  });

  it("stays, with what was found in it, where a file that is chosen is refused; and the same file can be chosen again, once it was corrected", async () => {
    type("krn:1");
    check();
    await held[0]?.answer(found(1));
    const forgotten = vi.fn();
    Object.defineProperty(screen.getByLabelText("Choose a file"), "value", { set: forgotten });
    const large = ofFile("krn:2");
    Object.defineProperty(large, "size", { value: 8_000_001 });
    await choose(large);
    expect(screen.getByRole("alert").textContent).toContain("longer than 8 MB");
    expect(screen.getByRole("button", { name: "Read 1 account" })).toBeTruthy();
    expect(list().value).toBe("krn:1");
    // Browsers tell of no file that stands there already.
    expect(forgotten).toHaveBeenCalledExactlyOnceWith("");
    await choose(ofFile("krn:3"));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.getByText("ids.csv")).toBeTruthy();
  });

  it("that was pasted and not taken in is asked about before the page is left, also behind a file, and not once it was", async () => {
    const away = document.body.appendChild(Object.assign(document.createElement("a"), { href: "/test/merchants", textContent: "Merchants" }));
    // jsdom goes nowhere.
    away.addEventListener("click", (event) => event.preventDefault());
    fireEvent.click(away);
    expect([asks(), screen.queryByRole("dialog")]).toEqual([false, null]);
    type("krn:1");
    expect(asks()).toBe(true);
    fireEvent.click(away);
    expect(screen.getByRole("dialog", { name: "Leave what isn't saved?", description: /account ids that you pasted/ })).toBeTruthy();
    press("Stay here");
    await choose(ofFile("krn:2"));
    expect(asks()).toBe(true);
    press("Take another list");
    check();
    await held[0]?.answer(found(1));
    press("Read 1 account");
    await held[1]?.answer({});
    expect(asks()).toBe(false);
    type("krn:3");
    fireEvent.click(away);
    press("Leave without saving");
    expect(router.push).toHaveBeenCalledExactlyOnceWith("/test/merchants");
    away.remove();
  });
});

it("a list that was pasted before the page's scripts were there is asked about, too", () => {
  cleanup();
  const typed = vi.spyOn(HTMLTextAreaElement.prototype, "value", "get").mockReturnValue("krn:1");
  render(<ImportForm environment="test" onStarted={started} />);
  expect(asks()).toBe(true);
  typed.mockRestore();
});
