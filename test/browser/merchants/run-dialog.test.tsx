// @vitest-environment jsdom
import { cleanup, configure, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { emptyDraft } from "@/components/merchants/many/acts";
import { RunDialog } from "@/components/merchants/many/run-dialog";
import { everything } from "@/lib/desk/directory";
import { haveDialogs } from "../dialogs";
import { accountId, Doors, renderFresh } from "./desk";

// Longer than a busy machine takes.
configure({ asyncUtilTimeout: 5_000 });
beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(reason: string) {
  const check = {
    run: crypto.randomUUID(),
    merchants: 1,
    ready: 1,
    unread: 0,
    fraud: 0,
    products: 1,
    left_out: [],
    oldest: null,
    settled_lately: null,
    rate: null,
  };
  new Doors({ "/api/desk/runs/check": { json: check } });
  const draft = { ...emptyDraft, reason, details: "Made up" };
  const asked = { ...everything, accounts: [accountId] };
  renderFresh(<RunDialog environment="test" act="suspend" count={1} {...{ asked, draft, onDraft: () => undefined, onClose: () => undefined }} />);
  return screen.findByText("1 merchant will be suspended");
}
const suspend = () => screen.getByRole("button", { name: "Suspend 1 merchant" });

it("asks for the number also of one merchant where it is accused of fraud", async () => {
  await open("FRAUD");
  const number = screen.getByLabelText("Type 1 to say that you mean this merchant");
  expect(suspend().getAttribute("aria-disabled")).toBe("true");
  fireEvent.change(number, { target: { value: "1" } });
  expect(suspend().getAttribute("aria-disabled")).not.toBe("true");
});

it("doesn't where somebody leaves for another reason", async () => {
  await open("VOLUNTARY");
  expect(screen.queryByLabelText(/^Type 1/)).toBeNull();
  expect(suspend().getAttribute("aria-disabled")).not.toBe("true");
});
