import { afterEach, expect, test, vi } from "vitest";

import { ProblemError } from "@/lib/klarna/problem";
import type { ProductOrder } from "@/lib/klarna/product-change";
import * as leases from "@/lib/server/file/lease";
import * as addresses from "@/lib/server/merchants/address";
import * as notes from "@/lib/server/notes/write";
import { changeProduct, type GivenOrder } from "@/lib/server/products/change-product";
import * as changes from "@/lib/server/products/open-change";
import type { Session } from "@/lib/server/session";

afterEach(() => void vi.restoreAllMocks());

const given = {
  ...{ environment: "test", account_id: "krn:partner:global:account:test:shop", product_id: "krn:product:1" },
  ...{ attempt: "0198d7a4-3f5e-7a51-9d0e-2f6f1b1c8a11", seen: {}, ticket: "CASE-4" },
} as GivenOrder;
const suspend: ProductOrder = { act: "suspend", reason: "FRAUD", details: "Stolen cards" };

/** What is noted of a suspension that ends with this problem, and then is found to be recorded, or not. */
async function notedOf(code: string, { recorded = true, noted = async () => undefined as void } = {}) {
  vi.spyOn(changes, "standingOfAttempt").mockResolvedValue(recorded ? "sent" : undefined);
  vi.spyOn(addresses, "requireMerchant").mockResolvedValue({} as never);
  vi.spyOn(leases, "alone").mockRejectedValue(new ProblemError({ status: 503, code, message: "Nobody can say." }));
  const note = vi.spyOn(notes, "addNote").mockImplementation(noted);
  await expect(changeProduct({ role: "operations" } as Session, given, suspend)).rejects.toMatchObject({ problem: { code } });
  return note.mock.calls.map(([{ id, ticket, body }]) => ({ id, ticket, body }));
}

test.each(["OUTCOME_UNKNOWN", "PERHAPS_RECORDED"])("a change of which nobody can say yet whether it is done keeps its ticket: %s", async (code) => {
  const { attempt: id, ticket } = given;
  expect(await notedOf(code)).toEqual([{ id, ticket, body: expect.stringContaining("Stolen cards") }]);
});

test("a change that is found not to be recorded leaves no note: it is never done", async () => {
  expect(await notedOf("PERHAPS_RECORDED", { recorded: false })).toEqual([]);
});

test("what was refused leaves no note", async () => {
  expect(await notedOf("CHANGED_MEANWHILE")).toEqual([]);
});

test("a database that is still away when the ticket is noted doesn't make another problem of it", async () => {
  expect(await notedOf("PERHAPS_RECORDED", { noted: () => Promise.reject(Object.assign(new Error("away"), { code: "57P01" })) })).toHaveLength(1);
});
