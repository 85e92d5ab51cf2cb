// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { ImportForm } from "@/components/imports/import-form";

/** What was asked for and isn't answered yet, in order. */
let held: { readonly path: string; readonly text: string; readonly answer: (json: unknown) => Promise<void> }[];
const started = vi.fn();
beforeEach(() => {
  held = [];
  vi.stubGlobal("fetch", (path: string, { body }: { readonly body: string }) => {
    const { text } = JSON.parse(body) as { readonly text: string };
    return new Promise<Response>((resolve) => {
      held.push({ path, text, answer: (json) => act(async () => resolve(Response.json(json))) });
    });
  });
  render(<ImportForm environment="test" onStarted={started} />);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  started.mockReset();
});

const found = (count: number) => ({
  lines: count,
  new: count,
  known: 0,
  faults: { "not-an-id": 0, "other-environment": 0, twice: 0, erased: 0 },
  examples: [],
});
const list = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Account ids" });
const type = (value: string) => fireEvent.change(list(), { target: { value } });
const check = () => fireEvent.submit(list().form as HTMLFormElement);
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

describe("a list of accounts", () => {
  it("that was changed while it was checked is shown no check of what it was", async () => {
    type("krn:1");
    check();
    type("krn:2\nkrn:3");
    await held[0]?.answer(found(1));
    expect(screen.queryByRole("status")).toBeNull();
    check();
    await held[1]?.answer(found(2));
    expect(screen.getByRole("button", { name: "Read 2 accounts" })).toBeTruthy();
    type("krn:4");
    expect(screen.queryByRole("status")).toBeNull();
  });

  it("is brought in as it was checked, and gone once it is taken in", async () => {
    type("krn:1");
    check();
    await held[0]?.answer(found(1));
    // As what a script of the browser's own does, which nobody typed.
    list().value = "krn:2";
    press("Read 1 account");
    expect(held[1]).toMatchObject({ path: "/api/desk/imports", text: "krn:1" });
    await held[1]?.answer({});
    expect(started).toHaveBeenCalledOnce();
    expect(list().value).toBe("");
  });

  it("that is typed while another is taken in stays", async () => {
    type("krn:1");
    check();
    await held[0]?.answer(found(1));
    press("Read 1 account");
    type("krn:2");
    await held[1]?.answer({});
    expect(started).toHaveBeenCalledOnce();
    expect(list().value).toBe("krn:2");
  });
});
