// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { MerchantSums } from "@/components/settlements/merchant-sums";
import { SettlementFrame } from "@/components/settlements/settlement-frame";

import { type Answer, Doors, renderFresh } from "../merchants/desk";
import { standAt } from "../navigation";
import { madeMerchant, madeSettlement, within } from "./made-settlement";

const saved: string[] = [];
beforeEach(() => {
  standAt("/test/settlements/S-1");
  saved.length = 0;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(`${this.getAttribute("href")} ${this.hasAttribute("download")}`);
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const door = "/api/desk/settlements/S-1";
const is: Answer = { json: null };
const readAt = new Date().toISOString();
const frame = (answers: Record<string, Answer>) => {
  const doors = new Doors({ [door]: { json: madeSettlement("a") }, ...answers });
  renderFresh(
    <SettlementFrame first={madeSettlement("a")} readAt={readAt} mayAccept mayExport>
      <p>Its page</p>
    </SettlementFrame>,
  );
  return doors;
};

test("a file is left to the browser to save, once the door has said that there is one", async () => {
  const doors = frame({ [`${door}/spreadsheet`]: is, [`${door}/report`]: is });
  fireEvent.click(screen.getByRole("button", { name: "Spreadsheet" }));
  await waitFor(() => expect(saved).toEqual([`${door}/spreadsheet?environment=test true`]));
  expect(doors.asked).toEqual([`${door}/spreadsheet?environment=test&check=yes`]);
  fireEvent.click(screen.getByRole("button", { name: "Klarna's file" }));
  await waitFor(() => expect(saved).toHaveLength(2));
  expect(saved[1]).toBe(`${door}/report?environment=test true`);
});

test("where there is none, that is a sentence and no broken download", async () => {
  frame({ [`${door}/report`]: { problem: 404, code: "RESOURCE_NOT_FOUND", message: "Klarna doesn't know this settlement." } });
  fireEvent.click(screen.getByRole("button", { name: "Klarna's file" }));
  expect(await screen.findByText("There is no file")).toBeTruthy();
  expect(screen.getByText(/Klarna doesn't know this settlement/)).toBeTruthy();
  expect(saved).toEqual([]);
});

test("a merchant's spreadsheet is asked for in the same way", async () => {
  const doors = new Doors({ [`${door}/spreadsheet`]: { problem: 409, code: "NOT_LOADED", message: "There is no spreadsheet of it." } });
  const first = { merchants: [madeMerchant("Blomster", "500")], next: null };
  renderFresh(within(madeSettlement("a"), <MerchantSums first={first} of="a" readAt={readAt} />));
  fireEvent.click(screen.getByRole("button", { name: "Spreadsheet of Blomster" }));
  expect(await screen.findByText(/There is no spreadsheet of it/)).toBeTruthy();
  doors.set(`${door}/spreadsheet`, is);
  fireEvent.click(screen.getByRole("button", { name: "Spreadsheet of Blomster" }));
  await waitFor(() => expect(saved).toEqual([`${door}/spreadsheet?environment=test&account_id=krn%3Apartner%3Aglobal%3Aaccount%3Atest%3ABlomster true`]));
});
