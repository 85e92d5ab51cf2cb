// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { BusinessPage } from "@/components/merchants/file/business-page";
import { EditBook } from "@/components/merchants/file/edit-book";
import { noteChanged, noteUnchanged } from "@/components/merchants/file/use-catch-up";
import type { EditContent } from "@/lib/desk/file";
import { valuesOf } from "@/lib/klarna/file/values";

import { accountId } from "../desk";
import { begun as begunEdit, editDoor, fileDoor, freshPages, openSection, read } from "./at-file";

freshPages();

const start = valuesOf("businessInformation", { business_name: "Nordlys" });
const begun = { act: "update", start, stamps: {}, values: start } as const;

/** The desk's side: what it keeps. */
function desk() {
  const kept: { content: unknown; version: number } = { content: null, version: 0 };
  return {
    kept,
    door: {
      save: async (version: number, content: unknown) => {
        Object.assign(kept, { content: structuredClone(content), version: version + 1 });
        return { version: kept.version, updated_at: "" };
      },
      read: async () => ({ version: kept.version, updated_at: "", content: kept.content }),
      drop: async () => void Object.assign(kept, { content: null, version: 0 }),
    },
  };
}

describe("text that was saved as a page was left, while the next one was made", () => {
  const typed = (text: string): EditContent => ({
    parts: { businessInformation: { ...begun, round: 0, values: { ...start, business_name: text } } },
    rounds: {},
  });
  const nameIn = (book: EditBook) => book.content().parts.businessInformation?.values.business_name;
  /** A page that was made with the first text, and a desk that has the second by now. */
  function late() {
    const { kept, door } = desk();
    Object.assign(kept, { content: typed("BBB second"), version: 2 });
    const standing = { businessInformation: "sent" } as const;
    const first = { id: "e1", version: 1, updated_at: "", content: typed("AAA first"), standing: {} };
    return { kept, book: new EditBook({ ...door, read: async () => ({ ...(await door.read()), standing }) }, first) };
  }

  it("is shown in the place of the text before it, and goes on from there", async () => {
    const { kept, book } = late();
    await book.catchUp();
    expect([nameIn(book), book.saver.version, [...book.held()]]).toEqual(["BBB second", 2, ["businessInformation"]]);
    book.change("businessInformation", { ...start, business_name: "CCC third" });
    await book.saver.flush();
    expect(kept.version).toBe(3);
  });

  it("is no change of this page's once a form shows it, to be saved over another window's", async () => {
    const { book } = late();
    await book.catchUp();
    book.change("businessInformation", { ...start, business_name: "BBB second" });
    expect(book.saver.isSaved()).toBe(true);
  });

  it("doesn't take the place of what was typed since", async () => {
    const { book } = late();
    const asking = book.catchUp();
    book.change("businessInformation", { ...start, business_name: "typed since" });
    await asking;
    expect([nameIn(book), book.saver.version]).toEqual(["typed since", 1]);
  });

  it("doesn't come back once it was given up", async () => {
    const { kept, door } = desk();
    Object.assign(kept, { content: typed("AAA first"), version: 1 });
    let answer = () => undefined as void;
    const read = async () => {
      const { version, content } = { ...kept };
      await new Promise<void>((resolve) => (answer = resolve));
      return { version, updated_at: "", content };
    };
    const book = new EditBook({ ...door, read }, { id: "e1", version: 1, updated_at: "", content: typed("AAA first"), standing: {} });
    const asking = book.catchUp();
    await book.dropAll();
    answer();
    await asking;
    expect(nameIn(book)).toBeUndefined();
  });

  it("is gone where it was sent or given up on a later page", async () => {
    const { kept, book } = late();
    Object.assign(kept, { content: null, version: 0 });
    await book.catchUp();
    expect([Object.keys(book.content().parts), book.saver.version]).toEqual([[], 0]);
  });

  it("changes nothing where the desk can't be asked, or has nothing newer", async () => {
    const { kept, book } = late();
    kept.version = 1;
    await book.catchUp();
    expect(nameIn(book)).toBe("AAA first");
    kept.content = null;
    await book.catchUp();
    expect(nameIn(book)).toBe("AAA first");
  });
});

describe("a page that was made before that text had arrived", () => {
  const was = { business_name: "Nordlys" };
  const edit = (text: string, version: number) => ({ ...begunEdit("businessInformation", was, { business_name: text }), version });
  const account = read({ extra_account_data: { business_information: was } });
  const name = () => screen.findByRole("textbox", { name: /^Registered name/ });
  beforeEach(() => noteChanged(accountId));
  afterEach(() => window.sessionStorage.clear());

  it("shows it as soon as it stands", async () => {
    openSection(<BusinessPage />, { edit: edit("AAA first", 1), answers: { [fileDoor]: account, [editDoor]: { json: edit("BBB second", 2) } } });
    expect(await name()).toHaveProperty("value", "BBB second");
    expect(await screen.findByText("One change, not sent yet")).toBeTruthy();
  });

  it("shows it a moment later, where it arrived later still", async () => {
    const doors = openSection(<BusinessPage />, { edit: edit("AAA first", 1), answers: { [fileDoor]: account } });
    expect(doors.askedFor(editDoor)).toBe(1);
    doors.set(editDoor, { json: edit("BBB second", 2) });
    await vi.waitFor(() => expect(screen.getByRole("textbox", { name: /^Registered name/ })).toHaveProperty("value", "BBB second"), { timeout: 15_000 });
    expect(doors.askedFor(editDoor)).toBe(2);
  });

  it("asks for nothing of who may change nothing", async () => {
    const doors = openSection(<BusinessPage />, { answers: { [fileDoor]: account }, write: false });
    await screen.findByText("Nordlys");
    expect(doors.askedFor(editDoor)).toBe(0);
  });

  it("asks for nothing where the merchant wasn't changed in this tab", async () => {
    window.sessionStorage.clear();
    const doors = openSection(<BusinessPage />, { edit: edit("AAA first", 1), answers: { [fileDoor]: account } });
    expect(await name()).toHaveProperty("value", "AAA first");
    expect(doors.askedFor(editDoor)).toBe(0);
  });

  it("knows that the merchant was changed in this tab once something is typed", async () => {
    window.sessionStorage.clear();
    const given = { edit: edit("AAA first", 1), answers: { [fileDoor]: account } };
    const first = openSection(<BusinessPage />, given);
    fireEvent.change(await name(), { target: { value: "BBB second" } });
    await vi.waitFor(() => expect(first.askedFor(editDoor)).toBe(1), { timeout: 10_000 });
    cleanup();
    expect(openSection(<BusinessPage />, given).askedFor(editDoor)).toBe(1);
  });

  it("asks in a browser that keeps nothing: there nobody knows", async () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("no site data", "SecurityError");
    });
    const doors = openSection(<BusinessPage />, { edit: edit("AAA first", 1), answers: { [fileDoor]: account } });
    expect(doors.askedFor(editDoor)).toBe(1);
    vi.restoreAllMocks();
  });

  it("asks no more once all that was changed is given up", async () => {
    const given = { edit: edit("AAA first", 1), answers: { [fileDoor]: account } };
    openSection(<BusinessPage />, given);
    fireEvent.click(await screen.findByRole("button", { name: "Give up" }));
    fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: /^Give/ }));
    await vi.waitFor(() => expect(window.sessionStorage.getItem(`edit ${accountId}`)).toBe("over"), { timeout: 10_000 });
    cleanup();
    const doors = openSection(<BusinessPage />, { answers: { [fileDoor]: account } });
    await screen.findByText("Nordlys");
    expect(doors.askedFor(editDoor)).toBe(0);
  });

  it("asks where the page shows what was given up, as Back does, and shows it no more", async () => {
    noteUnchanged(accountId);
    openSection(<BusinessPage />, { edit: edit("AAA first", 1), answers: { [fileDoor]: account, [editDoor]: { json: null } } });
    await screen.findByText("Nordlys");
    await vi.waitFor(() => expect(screen.queryByRole("region", { name: "Not sent yet" })).toBeNull(), { timeout: 10_000 });
  });

  it("keeps what was typed here since", async () => {
    const doors = openSection(<BusinessPage />, { edit: edit("AAA first", 1), answers: { [fileDoor]: account } });
    fireEvent.change(await name(), { target: { value: "CCC third" } });
    doors.set(editDoor, { problem: 409, code: "DRAFT_CHANGED" });
    expect(await screen.findByText("This draft was saved elsewhere meanwhile")).toBeTruthy();
    expect(await name()).toHaveProperty("value", "CCC third");
  });
});
