import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { EditBook } from "@/components/merchants/file/edit-book";
import { requestOf, stepsOf } from "@/components/merchants/file/steps";
import type { EditContent } from "@/lib/desk/file";
import { valuesOf } from "@/lib/klarna/file/values";
import { ProblemError } from "@/lib/klarna/problem";

/** The desk's side: what it keeps, and how often it was asked to. */
function desk() {
  const kept: { content: unknown; version: number; drops: number } = { content: null, version: 0, drops: 0 };
  return {
    kept,
    door: {
      save: async (version: number, content: unknown) => {
        if (version !== kept.version) throw new Error("Somebody else was faster.");
        Object.assign(kept, { content: structuredClone(content), version: version + 1 });
        return { version: kept.version, updated_at: "2026-11-26T10:00:00Z" };
      },
      read: async () => ({ version: kept.version, updated_at: "", content: kept.content }),
      drop: async (version: number) => {
        if (version !== kept.version) throw new ProblemError({ status: 409, code: "DRAFT_CHANGED", message: "Another window kept something." });
        kept.drops += 1;
        Object.assign(kept, { content: null, version: 0 });
      },
    },
  };
}

const start = valuesOf("businessInformation", { business_name: "Nordlys", operating_address: { city: "Stockholm" } });
const person = valuesOf("stakeholders", { given_name: "Signe", date_of_birth: "1979-••-••", roles: ["OWNER"] });
const begun = { act: "update", start, stamps: {}, values: start } as const;
/** A part was sent as it stands. */
const done = (book: EditBook, key: string) => book.done(key, book.content().parts[key] ?? { ...begun, round: 0 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what is changed on a merchant and not sent", () => {
  it("is kept a moment after it is typed, and is nothing once all of it was sent", async () => {
    const { kept, door } = desk();
    const book = new EditBook(door, null);
    book.begin("businessInformation", begun);
    book.change("businessInformation", { ...start, business_name: "Nordlys AB" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect((kept.content as EditContent).parts.businessInformation?.values.business_name).toBe("Nordlys AB");
    await done(book, "businessInformation");
    expect(kept).toMatchObject({ content: null, drops: 1 });
    // The next change is a new edit.
    book.begin("businessInformation", begun);
    await book.saver.flush();
    expect(kept.version).toBe(1);
  });

  it("isn't called another window's where the answer to its saving was lost, though the desk keeps its names in another order", async () => {
    const { kept, door } = desk();
    const save = async (version: number, content: unknown) => {
      if (version !== kept.version) throw new ProblemError({ status: 409, code: "DRAFT_CHANGED", message: "Kept meanwhile." });
      const { parts, rounds } = content as EditContent;
      const inOrder = Object.entries(parts).map(([key, { act, round, ...rest }]) => [key, { act, round, ...rest }] as const);
      await door.save(version, { parts: Object.fromEntries(inOrder), rounds });
      if (kept.version === 1) throw new TypeError("Failed to fetch");
      return { version: kept.version, updated_at: "" };
    };
    const book = new EditBook({ ...door, save }, null);
    book.begin("businessInformation", begun);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([book.saver.saving().kind, kept.version]).toEqual(["saved", 2]);
  });

  it("counts how often a part was sent while others are still open, so that a later change of it is another", async () => {
    const { kept, door } = desk();
    const book = new EditBook(door, null);
    book.begin("businessInformation", begun);
    book.begin("accounts", { act: "update", start: {}, stamps: {}, values: { account_name: "New" } });
    await done(book, "businessInformation");
    expect(kept.drops).toBe(0);
    book.begin("businessInformation", begun);
    expect(book.content().parts.businessInformation?.round).toBe(1);
  });

  it("holds what was sent before, until the desk has said what became of it; what was refused can be changed", () => {
    const parts = { businessInformation: { ...begun, round: 0 }, accounts: { ...begun, round: 2 }, "stakeholders krn:1": { ...begun, round: 0 } };
    const standing = { businessInformation: "confirmed", accounts: "unknown", "stakeholders krn:1": "rejected" } as const;
    const book = new EditBook(desk().door, { id: "1", version: 4, updated_at: "", content: { parts, rounds: {} }, standing });
    expect([...book.held()]).toEqual(["businessInformation", "accounts"]);
    expect(Object.keys(book.content().parts)).toHaveLength(3);
  });

  it("keeps what was typed on as the next change of the part", async () => {
    const { kept, door } = desk();
    const book = new EditBook(door, null);
    book.begin("businessInformation", begun);
    book.change("businessInformation", { ...start, business_name: "Nordlys AB" });
    book.hold("businessInformation");
    await book.next("businessInformation");
    expect(book.held().size).toBe(0);
    expect((kept.content as EditContent).parts.businessInformation).toMatchObject({ round: 1, values: { business_name: "Nordlys AB" } });
  });

  it("keeps as the next change what stands here instead of what was sent", async () => {
    const { kept, door } = desk();
    const book = new EditBook(door, null);
    book.begin("businessInformation", begun);
    const sent = { ...begun, round: 0, values: { ...start, business_name: "Nordlys AB" } };
    book.change("businessInformation", { ...start, business_name: "Typed on" });
    await book.done("businessInformation", sent);
    expect((kept.content as EditContent).parts.businessInformation).toMatchObject({ round: 1, values: { business_name: "Typed on" } });
  });

  it("gives up only what isn't sent", async () => {
    const { kept, door } = desk();
    const book = new EditBook(door, null);
    book.begin("businessInformation", begun);
    book.begin("accounts", { act: "update", start: {}, stamps: {}, values: { account_name: "New" } });
    book.hold("accounts");
    await book.dropAll();
    expect([Object.keys((kept.content as EditContent).parts), kept.drops]).toEqual([["accounts"], 0]);
    book.release("accounts");
    await book.dropAll();
    expect(kept).toMatchObject({ content: null, drops: 1 });
  });

  it("is given up at the desk as soon as that can be reached, and it is said that it isn't yet", async () => {
    const { kept, door } = desk();
    let away = true;
    const drop = async (version: number) => (away ? Promise.reject(new TypeError("Failed to fetch")) : door.drop(version));
    const book = new EditBook({ ...door, drop }, null);
    book.begin("businessInformation", begun);
    await book.saver.flush();
    await book.dropAll();
    expect([Object.keys(book.content().parts), book.saver.saving().kind, kept.drops]).toEqual([[], "failed", 0]);
    away = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect([book.saver.saving().kind, kept.content, kept.drops]).toEqual(["saved", null, 1]);
  });

  it("doesn't forget, with what was sent, what another window kept meanwhile: that is shown then", async () => {
    const { kept, door } = desk();
    const book = new EditBook(door, null);
    book.begin("businessInformation", begun);
    await book.saver.flush();
    const theirs: EditContent = { parts: { businessInformation: { ...begun, round: 0, values: { ...start, business_name: "Typed there" } } }, rounds: {} };
    Object.assign(kept, { content: theirs, version: kept.version + 1 });
    await done(book, "businessInformation");
    expect([kept.drops, book.content()]).toEqual([0, theirs]);
  });

  it("holds what was sent of another window's version that is loaded", async () => {
    const { kept, door } = desk();
    Object.assign(kept, { content: { parts: { accounts: { ...begun, round: 0 } }, rounds: {} }, version: 2 });
    const book = new EditBook({ ...door, read: async () => ({ ...(await door.read()), standing: { accounts: "unknown" } as const }) }, null);
    await book.saver.takeTheirs((theirs) => book.adopt(theirs));
    expect([Object.keys(book.content().parts), [...book.held()]]).toEqual([["accounts"], ["accounts"]]);
  });

  it("doesn't forget, with what was sent, what was begun in that moment", async () => {
    const { kept, door } = desk();
    const book = new EditBook(door, null);
    book.begin("businessInformation", begun);
    await book.saver.flush();
    const forgetting = done(book, "businessInformation");
    book.begin("accounts", { act: "update", start: {}, stamps: {}, values: { account_name: "New" } });
    await forgetting;
    await book.saver.flush();
    expect(Object.keys((kept.content as EditContent).parts)).toEqual(["accounts"]);
  });

  it("goes on from theirs where somebody chose", () => {
    const book = new EditBook(desk().door, null);
    book.begin("stakeholders krn:1", { act: "update", start: person, stamps: { date_of_birth: "old" }, values: { ...person, date_of_birth: "1979-05-14" } });
    book.rebase("stakeholders krn:1", { date_of_birth: "1980-••-••" }, { date_of_birth: "new" }, { date_of_birth: "1979-05-14" });
    const [step] = stepsOf(book.content());
    expect(step && requestOf(step)).toMatchObject({ id: "krn:1", stamps: { date_of_birth: "new" }, to: { date_of_birth: "1979-05-14" } });
  });

  it("is sent in an order in which Klarna takes it, without what is as it was", () => {
    const book = new EditBook(desk().door, null);
    book.begin("accounts", { act: "update", start: { account_name: "Old" }, stamps: {}, values: { account_name: "New" } });
    book.begin("stakeholders krn:1", { act: "delete", start: person, stamps: {}, values: person });
    book.begin("businessInformation", begun);
    book.begin("bankAccounts new-1", { act: "create", start: {}, stamps: {}, values: { iban: "NO93 8601 1117 947", bic: "DNBANOKKXXX", account_holder: "" } });
    const steps = stepsOf(book.content());
    expect(steps.map(({ key }) => key)).toEqual(["stakeholders krn:1", "bankAccounts new-1", "accounts"]);
    expect(steps.map(requestOf).map(({ to }) => to)).toEqual([{}, { iban: "NO9386011117947", bic: "DNBANOKKXXX" }, { account_name: "New" }]);
  });

  it("sends an emptied field as null, and a mask not at all", () => {
    const book = new EditBook(desk().door, null);
    book.begin("businessInformation", { ...begun, values: { ...start, "operating_address.city": "" } });
    book.begin("stakeholders krn:1", { act: "update", start: person, stamps: { date_of_birth: "s" }, values: { ...person, given_name: "Sigrid" } });
    const [business, changed] = stepsOf(book.content()).map(requestOf);
    expect(business?.to).toEqual({ "operating_address.city": null });
    expect(changed?.to).toEqual({ given_name: "Sigrid" });
  });
});
