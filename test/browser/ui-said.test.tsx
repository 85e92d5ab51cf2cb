// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { Stepper } from "@/components/ui/stepper";

import { haveDialogs } from "./dialogs";

const writeText = vi.fn<(text: string) => Promise<void>>();
beforeEach(() => Object.assign(navigator, { clipboard: { writeText } }));
afterEach(() => {
  cleanup();
  writeText.mockReset();
});

describe("a problem", () => {
  const problem = { message: "Klarna refuses the company number.", code: "VALIDATION_ERROR", errorId: "b6b2a7a0-4a1e" };

  it("interrupts with what failed, and hands over the error id", async () => {
    writeText.mockResolvedValue();
    render(<ProblemNotice title="The merchant wasn't created" problem={problem} />);
    expect(screen.getByRole("alert").textContent).toContain("Klarna refuses the company number.");
    await act(async () => fireEvent.click(screen.getByRole("button", { name: "Copy error id" })));
    expect(writeText).toHaveBeenCalledWith("b6b2a7a0-4a1e");
    expect(screen.getByRole("status").textContent).toBe("Copied error id");
  });

  it("is no failure where the change may have been done, whatever it would be called", () => {
    render(<ProblemNotice title="The merchant wasn't created" problem={{ ...problem, unclear: true }} />);
    expect(screen.getByText("Not known yet whether this was done")).toBeTruthy();
    expect(screen.queryByText("The merchant wasn't created")).toBeNull();
    expect(screen.getByRole("alert").className).not.toContain("wrong");
  });

  it("of somebody who is signed out leads to signing in beside the page, where what is typed stays", () => {
    const signedOut = { status: 401, code: "SIGNED_OUT", message: "Sign in to go on. What you have typed stays here." };
    render(<ProblemNotice title="The note wasn't saved" problem={signedOut} actions={<button type="button">Try again</button>} />);
    const link = screen.getByRole("link", { name: "Sign in in a new tab" });
    expect([link.getAttribute("href"), link.getAttribute("target")]).toEqual(["/sign-in", "_blank"]);
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });

  it("leads nowhere else", () => {
    render(<ProblemNotice problem={problem} />);
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("says so when nothing could be copied", async () => {
    writeText.mockRejectedValue(new Error("not allowed"));
    render(<ProblemNotice problem={problem} />);
    await act(async () => fireEvent.click(screen.getByRole("button", { name: "Copy error id" })));
    expect(screen.getByRole("status").textContent).toMatch(/Couldn't copy/);
  });
});

describe("a stepper", () => {
  const steps = [
    { key: "owner", label: "Owner", state: "done" },
    { key: "bank", label: "Bank", state: "error", note: "2 things to correct" },
    { key: "brand", label: "Brand", state: "todo" },
  ] as const;

  it("says which step one is on and how each stands, in words", () => {
    const go = vi.fn();
    render(<Stepper label="Onboarding" steps={steps} current="bank" onSelect={go} />);
    expect(screen.getByRole("button", { current: "step" }).textContent).toContain("Bank, needs a correction");
    fireEvent.click(screen.getByRole("button", { name: "Owner, done" }));
    expect(go).toHaveBeenCalledExactlyOnceWith("owner");
  });
});

describe("a dialog", () => {
  beforeEach(haveDialogs);

  it("is named by its title, described by its consequences, and closes on Escape and beside it, not inside", () => {
    function Page() {
      const [open, setOpen] = useState(true);
      return (
        <Dialog open={open} onClose={() => setOpen(false)} title="Suspend Blomster AB?" description="Payouts go on.">
          <button type="button" onClick={() => setOpen(true)}>
            Inside
          </button>
        </Dialog>
      );
    }
    render(<Page />);
    const dialog = screen.getByRole("dialog", { name: "Suspend Blomster AB?", description: "Payouts go on." });
    fireEvent.mouseDown(screen.getByText("Inside"), { detail: 1 });
    expect(dialog.hasAttribute("open")).toBe(true);
    // The second press of a double click on what opened it.
    fireEvent.mouseDown(dialog, { detail: 2 });
    expect(dialog.hasAttribute("open")).toBe(true);
    fireEvent.mouseDown(dialog, { detail: 1 });
    expect(dialog.hasAttribute("open")).toBe(false);
  });

  it("gives the keyboard's place back, also where it is taken away with its question", () => {
    function Page() {
      const [asking, setAsking] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setAsking(true)}>
            Suspend
          </button>
          {asking && (
            <Dialog open onClose={() => setAsking(false)} title="Suspend Blomster AB?">
              <button type="button">Inside</button>
            </Dialog>
          )}
        </>
      );
    }
    render(<Page />);
    const opener = screen.getByRole("button", { name: "Suspend" });
    opener.focus();
    fireEvent.click(opener);
    expect(document.activeElement?.textContent).toBe("Inside");
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it("leaves it to its owner whether Escape closes it", () => {
    const ask = vi.fn();
    render(<Dialog open onClose={ask} title="Unsaved" />);
    const refused = !fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
    expect(ask).toHaveBeenCalledTimes(1);
    expect(refused).toBe(true);
  });

  it("stands again, and asks its owner, where the browser has closed it by an Escape that can't be refused", () => {
    const ask = vi.fn();
    render(<Dialog open onClose={ask} title="Shown once" />);
    const dialog = screen.getByRole<HTMLDialogElement>("dialog");
    fireEvent(dialog, new Event("cancel"));
    expect(ask).not.toHaveBeenCalled();
    dialog.removeAttribute("open");
    ask.mockImplementation(() => expect(dialog.hasAttribute("open")).toBe(true));
    fireEvent(dialog, new Event("close"));
    expect(ask).toHaveBeenCalledTimes(1);
    expect(dialog.hasAttribute("open")).toBe(true);
  });

  it("asks nobody again once its owner has closed it", () => {
    const ask = vi.fn();
    const shown = (open: boolean) => <Dialog open={open} onClose={ask} title="Shown once" />;
    const { rerender } = render(shown(true));
    const dialog = screen.getByRole("dialog");
    rerender(shown(false));
    fireEvent(dialog, new Event("close"));
    expect(ask).not.toHaveBeenCalled();
    expect(dialog.hasAttribute("open")).toBe(false);
  });

  it("stays while a file isn't chosen after all", () => {
    const ask = vi.fn();
    render(
      <Dialog open onClose={ask} title="A statement">
        <input type="file" aria-label="File" />
      </Dialog>,
    );
    fireEvent(screen.getByLabelText("File"), new Event("cancel", { bubbles: true }));
    expect(ask).not.toHaveBeenCalled();
  });
});
