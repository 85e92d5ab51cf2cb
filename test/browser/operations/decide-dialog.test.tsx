// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Choices } from "@/components/operations/choices";
import type { OperationEvidence } from "@/lib/desk/operation";

import { haveDialogs } from "../dialogs";
import { type Answer, Doors } from "../merchants/desk";
import { standAt } from "../navigation";

beforeEach(() => {
  haveDialogs();
  standAt("/operations/o-1");
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const door = "/api/desk/operations/o-1/settle";
const over = "It was settled meanwhile: it was done. Nothing is left to decide.";
const done = { next: null, state: "confirmed", settled_by: "webhook" } as const;

describe("an operation that is settled while somebody says what they know", () => {
  it("leaves them what they typed, and takes it no more", async () => {
    const doors = new Doors({});
    const show = shown();
    choose("It was done …");
    type("Note", "Klarna's support says");
    show(done);
    expect(textOf("Note")).toBe("Klarna's support says");
    expect(within(dialog()).getAllByText(over)[0]?.closest("[role=status]")).not.toBeNull();
    expect(screen.getByText("Nothing is left to do.")).toBeDefined();
    const button = within(dialog()).getByText("Settle it as done").closest("button");
    expect(button?.getAttribute("aria-disabled")).toBe("true");
    expect(document.getElementById(button?.getAttribute("aria-describedby") ?? "")?.textContent).toContain(over);
    // What Enter in the account id's field does, which needs no button.
    await act(async () => fireEvent.submit(dialog().querySelector("form") as HTMLFormElement));
    expect(doors.asked).toEqual([]);
    press("Cancel");
    expect(dialog().open).toBe(false);
  });

  it("isn't said to be that where it is their own word that settles it", async () => {
    let answer: (answer: Answer) => void = () => undefined;
    const doors = new Doors({ [door]: new Promise<Answer>((resolve) => (answer = resolve)) });
    const show = shown();
    choose("It was done …");
    press("Settle it as done");
    await waitFor(() => expect(doors.asked).toEqual([door]));
    show(done);
    expect(screen.queryByText(over)).toBeNull();
    answer({ json: {} });
    await waitFor(() => expect(dialog().open).toBe(false));
  });

  it("is told once, also to whoever was refused for it", async () => {
    new Doors({ [door]: { problem: 409, code: "ALREADY_SETTLED" } });
    const show = shown();
    choose("It was done …");
    press("Settle it as done");
    await screen.findByText("It wasn't settled");
    show(done);
    expect(screen.queryByText("It wasn't settled")).toBeNull();
    expect(within(dialog()).getAllByText(over)).not.toEqual([]);
  });
});

describe("what somebody typed of an operation", () => {
  it("is there again once they have looked at what is known now", async () => {
    const doors = new Doors({ [door]: { problem: 409, code: "MOVED_ON" } });
    const show = shown();
    choose("It was done …");
    type("The merchant's account id", "krn:2");
    type("How you know", "merchant");
    type("Note", "Ticket 77, ");
    press("Settle it as done");
    await screen.findByText("It wasn't settled");
    fireEvent(dialog(), new Event("cancel", { cancelable: true }));
    show({ fence: 4 });
    choose("It was not done …");
    expect(textOf("Note")).toBe("");
    press("Cancel");
    choose("It was done …");
    expect(["The merchant's account id", "How you know", "Note"].map(textOf)).toEqual(["krn:2", "merchant", "Ticket 77, "]);
    expect(screen.queryByText("It wasn't settled")).toBeNull();
    press("Settle it as done");
    await waitFor(() => expect(doors.bodies).toContainEqual({ fence: 4, verdict: "done", source: "merchant", note: "Ticket 77,", account_id: "krn:2" }));
  });

  it("is thrown away by whoever cancels", () => {
    shown();
    choose("It was done …");
    type("Note", "Ticket 77");
    press("Cancel");
    choose("It was done …");
    expect(textOf("Note")).toBe("");
  });

  it("isn't the account id that the desk proposed: it may propose another by then", () => {
    const show = shown({ candidates: [found("krn:1")] });
    choose("It was done …");
    expect(textOf("The merchant's account id")).toBe("krn:1");
    fireEvent.click(within(dialog()).getByLabelText("Close"));
    show({ candidates: [found("krn:1"), found("krn:2")] });
    choose("It was done …");
    expect(textOf("The merchant's account id")).toBe("");
  });
});

/** The choices for an operation, and what draws them as it is known later. */
function shown(first: Partial<OperationEvidence> = {}) {
  const client = new QueryClient();
  const of = (known: Partial<OperationEvidence>) => {
    const operation = { id: "o-1", environment: "test", name: "accounts.onboard", next: "person", fence: 3, candidates: [], account_id: null, ...known };
    return (
      <QueryClientProvider client={client}>
        <Choices operation={operation as unknown as OperationEvidence} maySettle />
      </QueryClientProvider>
    );
  };
  const { rerender } = render(of(first));
  return (known: Partial<OperationEvidence>) => rerender(of(known));
}

function found(account_id: string) {
  return { account_id, account_name: null, first_seen_at: "2026-11-01T10:00:00Z", taken: false };
}

function dialog(): HTMLDialogElement {
  return document.querySelector("dialog") as HTMLDialogElement;
}

function choose(words: string) {
  fireEvent.click(screen.getByText(words));
}

function press(words: string) {
  fireEvent.click(within(dialog()).getByText(words));
}

function type(label: string, value: string) {
  fireEvent.change(within(dialog()).getByLabelText(new RegExp(`^${label}`)), { target: { value } });
}

function textOf(label: string): string {
  return within(dialog()).getByLabelText<HTMLTextAreaElement>(new RegExp(`^${label}`)).value;
}
