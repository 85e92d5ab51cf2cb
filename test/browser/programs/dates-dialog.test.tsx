// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { MerchantContext, type MerchantHere } from "@/components/merchants/merchant-context";
import { DatesDialog } from "@/components/merchants/programs/dates-dialog";
import { formKey, keptForm } from "@/components/merchants/programs/kept-form";
import { KeptNotice } from "@/components/merchants/programs/kept-notice";
import type { Enabled } from "@/lib/klarna/enablements";

import { haveDialogs } from "../dialogs";
import { accountId, Doors, merchant, renderFresh } from "../merchants/desk";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  window.sessionStorage.clear();
  vi.unstubAllGlobals();
});

const door = "/api/klarna/test/paymentProgramEnablements.update";
const at = (text: string) => Date.parse(text);
const held: Enabled = {
  id: "krn:e1",
  program: "later",
  scope: { countries: ["SE"], categories: [] },
  from: at("2026-01-01T00:00:00Z"),
  to: at("2030-06-01T10:00:00Z"),
};
const onClose = vi.fn();

function open(enablement = held) {
  renderFresh(
    <MerchantContext value={{ merchant: merchant(), me: "me" } as MerchantHere}>
      <DatesDialog {...{ productId: "krn:product:1", enablement, program: "Pay later", enabled: [enablement], onClose }} />
    </MerchantContext>,
  );
  const dialog = within(screen.getByRole("dialog"));
  const field = (name: RegExp) => dialog.getByLabelText<HTMLInputElement>(name);
  return {
    dialog,
    ends: () => field(/^Ends/),
    begins: () => field(/^Begins/),
    zone: (value: string) => fireEvent.change(field(/clocks of/), { target: { value } }),
  };
}

describe("a change of dates whose answer was lost", () => {
  it("is asked about as it was sent, whatever has become of the enablement since", async () => {
    const doors = new Doors({ [door]: { problem: 504, code: "OUTCOME_UNKNOWN" } });
    const { dialog, ends, zone } = open();
    zone("UTC");
    fireEvent.change(ends(), { target: { value: "2031-01-01T00:00" } });
    fireEvent.click(dialog.getByRole("button", { name: "Set the new end" }));
    await dialog.findByText("Nobody can say yet whether Klarna did this");
    cleanup();

    // Klarna did it, and the list that is read anew says so.
    const again = open({ ...held, to: at("2031-01-01T00:00:00Z") });
    doors.set(door, { json: {} });
    fireEvent.click(again.dialog.getByRole("button", { name: "Ask again" }));
    await expect.poll(() => onClose).toHaveBeenCalled();
    const sent = doors.bodies.filter(Boolean);
    expect(sent).toEqual([{ effective_to: "2031-01-01T00:00:00Z" }, { effective_to: "2031-01-01T00:00:00Z" }]);
  });

  it("isn't said to have only been begun", async () => {
    new Doors({ [door]: { problem: 504, code: "OUTCOME_UNKNOWN" } });
    const { dialog, ends } = open();
    fireEvent.change(ends(), { target: { value: "2031-01-01T00:00" } });
    const notice = () =>
      renderFresh(
        <KeptNotice
          place={{ me: "me", accountId, productId: "krn:product:1" }}
          enabled={[held]}
          names={{ later: "Pay later" }}
          open={false}
          onNew={() => undefined}
          onDates={() => undefined}
        />,
      );
    notice();
    expect(screen.getByText("You began to change the dates of Pay later")).toBeTruthy();
    fireEvent.click(dialog.getByRole("button", { name: "Set the new end" }));
    await dialog.findByText("Nobody can say yet whether Klarna did this");
    cleanup();
    notice();
    expect(screen.getByText("Nobody knows yet whether Klarna changed the dates of Pay later")).toBeTruthy();
  });
});

describe("a change of dates that is on its way", () => {
  it("can't be changed or given up any more, and is unclear for whoever closes the dialog before the answer", async () => {
    let answer = (_: Response): void => undefined;
    vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => (answer = resolve)));
    const { dialog, ends, zone } = open();
    zone("UTC");
    fireEvent.change(ends(), { target: { value: "2031-01-01T00:00" } });
    fireEvent.click(dialog.getByRole("button", { name: "Set the new end" }));
    await expect.poll(() => dialog.getByRole("button", { name: "End it now" })).toHaveProperty("disabled", true);
    expect(dialog.queryByRole("button", { name: "Leave it as it was" })).toBeNull();
    fireEvent.click(dialog.getAllByRole("button", { name: "Close" }).at(-1) ?? document.body);
    cleanup();
    const key = formKey({ me: "me", accountId, productId: "krn:product:1" }, held.id);
    expect(keptForm(key)).toMatchObject({ unclear: true, to: "2031-01-01T00:00" });
    // Klarna's no, heard by nobody who looks: nothing is unclear any more.
    answer(Response.json({ status: 400, code: "INVALID", message: "No.", fields: [] }, { status: 400 }));
    await expect.poll(() => keptForm(key)).toMatchObject({ unclear: false });
  });
});

describe("other clocks", () => {
  it("show what nobody touched as the same moment, so that alone is no change", () => {
    const { dialog, ends, begins, zone } = open();
    zone("UTC");
    expect([begins().value, ends().value]).toEqual(["2026-01-01T00:00", "2030-06-01T10:00"]);
    zone("America/New_York");
    expect([begins().value, ends().value]).toEqual(["2025-12-31T19:00", "2030-06-01T06:00"]);
    expect(dialog.getByRole("button", { name: "Set the new end" }).getAttribute("aria-disabled")).toBe("true");
  });

  it("leave what was typed as it was typed, and the beginning of what has begun alone", async () => {
    const doors = new Doors({ [door]: { json: {} } });
    const { dialog, ends, zone } = open();
    zone("UTC");
    fireEvent.change(ends(), { target: { value: "2031-01-01T00:00" } });
    zone("America/New_York");
    expect(ends().value).toBe("2031-01-01T00:00");
    fireEvent.click(dialog.getByRole("button", { name: "Set the new end" }));
    await expect.poll(() => doors.bodies).toContainEqual({ effective_to: "2031-01-01T05:00:00Z" });
  });
});
