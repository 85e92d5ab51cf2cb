import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { EditBook } from "@/components/merchants/file/edit-book";
import { requestOf, stepsOf } from "@/components/merchants/file/steps";
import type { Edit, EditContent } from "@/lib/desk/file";
import { valuesOf } from "@/lib/klarna/file/values";

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
      drop: async () => {
        kept.drops += 1;
        Object.assign(kept, { content: null, version: 0 });
      },
    },
  };
}

const start = valuesOf("businessInformation", { business_name: "Nordlys", operating_address: { city: "Stockholm" } });
const person = valuesOf("stakeholders", { given_name: "Signe", date_of_birth: "1979-••-••", roles: ["OWNER"] });
const begun = { act: "update", start, stamps: {}, values: start } as const;

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
    await book.done("businessInformation");
    expect(kept).toMatchObject({ content: null, drops: 1 });
    // The next change is a new edit.
    book.begin("businessInformation", begun);
    await book.saver.flush();
    expect(kept.version).toBe(1);
  });

  it("counts how often a part was sent while others are still open, so that a later change of it is another", async () => {
    const { kept, door } = desk();
    const book = new EditBook(door, null);
    book.begin("businessInformation", begun);
    book.begin("accounts", { act: "update", start: {}, stamps: {}, values: { account_name: "New" } });
    await book.done("businessInformation");
    expect(kept.drops).toBe(0);
    book.begin("businessInformation", begun);
    expect(book.content().parts.businessInformation?.round).toBe(1);
  });

  it("leaves out what Klarna confirmed while nobody looked", () => {
    const content: EditContent = { parts: { businessInformation: { ...begun, round: 0 }, accounts: { ...begun, round: 2 } }, rounds: {} };
    const edit: Edit = { id: "1", version: 4, updated_at: "", content, standing: { businessInformation: "confirmed", accounts: "unknown" } };
    const book = new EditBook(desk().door, edit);
    expect(Object.keys(book.content().parts)).toEqual(["accounts"]);
    expect(book.content().rounds).toEqual({ businessInformation: 1 });
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
