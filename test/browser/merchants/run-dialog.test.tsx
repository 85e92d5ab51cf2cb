// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Providers } from "@/app/providers";
import { emptyDraft } from "@/components/merchants/many/acts";
import { RunDialog } from "@/components/merchants/many/run-dialog";
import { everything } from "@/lib/desk/directory";
import type { RunCheck } from "@/lib/desk/run";
import { haveDialogs } from "../dialogs";
import { accountId, Doors, renderFresh } from "./desk";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const checkDoor = "/api/desk/runs/check";
const checkedAs = (run: string): RunCheck => ({
  ...{ run, meant: "these", merchants: 1, ready: 1, unread: 0, fraud: 0, products: 1 },
  ...{ left_out: [], oldest: null, settled_lately: null, rate: null },
});
function open(reason: string, around: (shown: ReactNode) => unknown = renderFresh): Doors {
  const doors = new Doors({ [checkDoor]: { json: checkedAs("one") } });
  const draft = { ...emptyDraft, reason, details: "Made up" };
  const asked = { ...everything, accounts: [accountId] };
  around(<RunDialog environment="test" act="suspend" count={1} {...{ asked, draft, onDraft: () => undefined, onClose: () => undefined }} />);
  return doors;
}
const isChecked = () => screen.findByText("1 merchant will be suspended");
const suspend = () => screen.getByRole("button", { name: "Suspend 1 merchant" });

it("asks for the number also of one merchant where it is accused of fraud", async () => {
  open("FRAUD");
  await isChecked();
  const number = screen.getByLabelText("Type 1 to say that you mean this merchant");
  expect(suspend().getAttribute("aria-disabled")).toBe("true");
  fireEvent.change(number, { target: { value: "1" } });
  expect(suspend().getAttribute("aria-disabled")).not.toBe("true");
});

it("doesn't where somebody leaves for another reason", async () => {
  open("VOLUNTARY");
  await isChecked();
  expect(screen.queryByLabelText(/^Type 1/)).toBeNull();
  expect(suspend().getAttribute("aria-disabled")).not.toBe("true");
});

it("makes the same run when it is asked for again after its answer was lost", async () => {
  const doors = open("VOLUNTARY", (shown) => render(<Providers>{shown}</Providers>));
  await isChecked();
  doors.set(checkDoor, { json: checkedAs("another") });
  fireEvent.click(suspend());
  await screen.findByText("Not known yet whether this was done");
  fireEvent.click(suspend());
  await expect.poll(() => runs(doors)).toHaveLength(2);
  expect(new Set(runs(doors)).size).toBe(1);
});

/** Under which ids runs were asked for. */
function runs({ bodies }: Doors): readonly string[] {
  return (bodies as readonly { readonly run?: string }[]).flatMap(({ run }) => run ?? []);
}
