// @vitest-environment jsdom
import { cleanup, fireEvent, within as inside, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { DifferingFees } from "@/components/settlements/fees/differing-fees";
import { FeeMerchants } from "@/components/settlements/fees/fee-merchants";
import { FeesView } from "@/components/settlements/fees/fees-view";
import type { FeeAudit, FeeAuditMerchant } from "@/lib/desk/fee-audit";

import { Doors, renderFresh } from "../merchants/desk";
import { standAt } from "../navigation";
import { madeSettlement, within } from "./made-settlement";

beforeEach(() => standAt("/test/settlements/S-1/fees"));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const door = "/api/desk/settlements/S-1/fees";
const away = { problem: 503, code: "AWAY", message: "Try again in a moment." };
const readAt = "2026-10-14T06:00:00.000Z";
const shop: FeeAuditMerchant = {
  ...{ account_id: "krn:partner:global:account:test:shop", name: "Shop", agrees: 0, differs: 12, unchecked: 0 },
  ...{ charged: "-500", difference: "-20", unchecked_charged: "0" },
};

/** What was found, as a page shows it that was read before this check ended. */
function checkedAt(at: string, first: readonly FeeAuditMerchant[] = [], next: string | null = null) {
  const found = (
    <>
      <FeeMerchants first={{ merchants: first, next }} readAt={readAt} checkedAt={at} />
      <DifferingFees first={{ lines: [], next: null }} readAt={readAt} checkedAt={at} />
    </>
  );
  renderFresh(within(madeSettlement("sha"), found));
}

const nothingSaid = () => {
  expect(screen.queryByText("The report has no fee.")).toBeNull();
  expect(screen.queryByText(/No fee that can be checked differs/)).toBeNull();
};

it("says of a check that has just ended neither that there is no fee nor that none differs, while it is read and where it can't be", async () => {
  let answer: (failed: typeof away) => void = () => undefined;
  const late = new Promise<typeof away>((resolve) => {
    answer = resolve;
  });
  new Doors({ [door]: late });
  checkedAt("2026-10-14T06:00:09.000Z");
  nothingSaid();
  answer(away);
  expect(await screen.findByText("The merchants can't be read")).toBeTruthy();
  expect(await screen.findByText("The fees that differ can't be read")).toBeTruthy();
  nothingSaid();
});

it("says under the merchants that the next ones can't be read", async () => {
  new Doors({ [door]: away });
  checkedAt("2026-10-14T05:59:00.000Z", [shop], "more");
  fireEvent.click(screen.getByRole("button", { name: "Show more" }));
  expect(await screen.findByText("The next ones can't be read")).toBeTruthy();
  expect(screen.getByText("Shop")).toBeTruthy();
});

it("reads the merchants' fees again at a press, where not even the first page could be read", async () => {
  const doors = new Doors({ [door]: away });
  checkedAt("2026-10-14T06:00:09.000Z");
  const notice = (await screen.findByText("The merchants can't be read")).closest("[role=alert]") as HTMLElement;
  doors.set(`${door}/merchants`, { json: { merchants: [shop], next: null } });
  fireEvent.click(inside(notice).getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Shop")).toBeTruthy();
});

it("reads what was found of the fees again at a press, where it couldn't be read", async () => {
  const audit: FeeAudit = { wanted: false, checked_at: null, plans: [], reasons: [] };
  const doors = new Doors({ [door]: away });
  const none = { merchants: { merchants: [], next: null }, lines: { lines: [], next: null } };
  renderFresh(within(madeSettlement("new"), <FeesView audit={audit} of="old" {...none} readAt={readAt} />));
  expect(await screen.findByText("The fees can't be read")).toBeTruthy();
  doors.set(door, { json: audit });
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("The fees haven't been held against the price plans yet.")).toBeTruthy();
});
