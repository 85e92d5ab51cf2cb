// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { LeaveDialog } from "@/components/operation/leave-dialog";
import { Palette } from "@/components/palette/palette";
import type { PaletteOffer } from "@/lib/desk/palette";

import { haveDialogs } from "../dialogs";
import { router, standAt } from "../navigation";

const offer: PaletteOffer = {
  ...{ person: "ada", environment: "test", home: "test", environments: [{ name: "test", href: "/test/merchants" }], may: ["team:write"] },
  pages: [{ href: "/settings/audit", label: "Audit log" }],
};
const onClose = vi.fn();

beforeEach(() => {
  standAt("/test/merchants");
  haveDialogs();
  vi.stubGlobal("fetch", async () => Response.json({ merchants: [], money: [] }));
});
afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", "/");
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

async function take(label: string): Promise<void> {
  render(<Palette offer={offer} early={() => ""} onClose={onClose} />);
  await act(async () => fireEvent.click(screen.getByText(label)));
  expect(onClose).toHaveBeenCalled();
}

it("away from what isn't saved only whoever says so", async () => {
  render(<LeaveDialog active />);
  await take("Audit log");
  expect(router.push).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: "Leave without saving" }));
  expect(router.push).toHaveBeenCalledWith("/settings/audit");
});

it("to what was to be done there, also after that question", async () => {
  render(<LeaveDialog active />);
  await take("Add a person to the team");
  fireEvent.click(screen.getByRole("button", { name: "Leave without saving" }));
  const pressed = vi.fn();
  standAt("/settings/team");
  window.history.replaceState(null, "", "/settings/team");
  render(
    <button type="button" data-command="add-person" onClick={pressed}>
      Add
    </button>,
  );
  await waitFor(() => expect(pressed).toHaveBeenCalledTimes(1));
});

it("away at once where all is saved", async () => {
  const { rerender } = render(<LeaveDialog active />);
  rerender(<LeaveDialog active={false} />);
  await take("Audit log");
  expect(router.push).toHaveBeenCalledWith("/settings/audit");
});

it("nowhere where one is already: the list is downloaded as it is narrowed, and stays so", async () => {
  window.history.replaceState(null, "", "/test/merchants?state=DISABLED");
  const pressed = vi.fn();
  render(
    <button type="button" data-command="download" onClick={pressed}>
      Download
    </button>,
  );
  await take("Download the list of merchants");
  expect(pressed).toHaveBeenCalledTimes(1);
  expect(router.push).not.toHaveBeenCalled();
});
