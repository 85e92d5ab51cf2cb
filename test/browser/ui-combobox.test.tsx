// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Combobox } from "@/components/ui/combobox";
import { type ComboboxSource, matches } from "@/components/ui/combobox-options";

const categories = [
  { value: "5712", label: "Möbel und Einrichtung", detail: "5712" },
  { value: "0742", label: "Veterinary services", detail: "0742" },
  { value: "5940", label: "Bicycle shops: sales and service", detail: "5940" },
];

// jsdom knows no scrolling.
beforeEach(() => Object.assign(HTMLElement.prototype, { scrollIntoView: () => undefined }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("finding", () => {
  it.each([
    ["mobel", ["5712"]],
    ["EINRICHTUNG möb", ["5712"]],
    ["service", ["0742", "5940"]],
    ["594", ["5940"]],
    ["  ", ["5712", "0742", "5940"]],
    ["zebra", []],
  ])("answers “%s”", (query, values) => {
    expect(matches(categories, query).map(({ value }) => value)).toEqual(values);
  });

  it("puts what begins with the query first", () => {
    const options = [{ value: "1", label: "Art and bicycle prints" }, ...categories];
    expect(matches(options, "bicy").map(({ value }) => value)).toEqual(["5940", "1"]);
  });
});

describe("a combobox", () => {
  it("is chosen from with the keyboard alone", () => {
    const { input, value } = renderBox(categories);
    fireEvent.change(input, { target: { value: "service" } });
    expect(input.getAttribute("aria-expanded")).toBe("true");
    expect(screen.getAllByRole("option")).toHaveLength(2);
    fireEvent.keyDown(input, { key: "ArrowDown" });
    expect(activeOption(input)?.textContent).toContain("Bicycle shops");
    fireEvent.keyDown(input, { key: "Enter" });
    expect(value()).toBe("5940");
    expect(input.value).toBe("Bicycle shops: sales and service");
    expect(input.getAttribute("aria-expanded")).toBe("false");
  });

  it("is chosen from with a press", () => {
    const { input, value } = renderBox(categories);
    fireEvent.click(input);
    fireEvent.click(screen.getByRole("option", { name: /Veterinary/ }));
    expect(value()).toBe("0742");
  });

  it("leaves the value as it was on Escape and on leaving, and empties it when it was emptied", () => {
    const { input, value } = renderBox(categories, "0742");
    fireEvent.change(input, { target: { value: "bic" } });
    fireEvent.keyDown(input, { key: "Escape" });
    expect([input.value, value()]).toEqual(["Veterinary services", "0742"]);
    fireEvent.change(input, { target: { value: "bic" } });
    fireEvent.blur(input);
    expect([input.value, value()]).toEqual(["Veterinary services", "0742"]);
    fireEvent.change(input, { target: { value: "" } });
    fireEvent.blur(input);
    expect([input.value, value()]).toEqual(["", ""]);
  });

  it("lets Enter send the form only while its list is closed", () => {
    const { input } = renderBox(categories);
    expect(fireEvent.keyDown(input, { key: "Enter" })).toBe(true);
    fireEvent.click(input);
    expect(fireEvent.keyDown(input, { key: "Enter" })).toBe(false);
  });

  it("sends nothing by Enter while nothing fits what is typed, and leaves what was chosen before", () => {
    const { input, value } = renderBox(categories, "0742");
    fireEvent.change(input, { target: { value: "zebra" } });
    expect(fireEvent.keyDown(input, { key: "Enter" })).toBe(false);
    expect([input.value, value()]).toEqual(["zebra", "0742"]);
  });

  it("drops the answer to a question that is no longer asked, and says when a search fails", async () => {
    vi.useFakeTimers();
    const asked: { readonly signal: AbortSignal; readonly answer: (label: string) => void; readonly fail: () => void }[] = [];
    const search = (query: string, signal: AbortSignal) =>
      new Promise<{ value: string; label: string }[]>((resolve, reject) =>
        asked.push({ signal, answer: (label) => resolve([{ value: query, label }]), fail: () => reject(new Error("no")) }),
      );
    const { input } = renderBox(search);
    fireEvent.change(input, { target: { value: "a" } });
    await act(() => vi.advanceTimersByTimeAsync(200));
    fireEvent.change(input, { target: { value: "ab" } });
    await act(() => vi.advanceTimersByTimeAsync(200));
    asked[1]?.answer("Abendrot");
    asked[0]?.answer("Aal");
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(["Abendrot"]);
    fireEvent.change(input, { target: { value: "abc" } });
    await act(() => vi.advanceTimersByTimeAsync(200));
    asked[2]?.fail();
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(screen.getByRole("status").textContent).toMatch(/didn't answer/);
    expect(fireEvent.keyDown(input, { key: "Enter" })).toBe(false);
  });
});

function activeOption(input: HTMLElement): HTMLElement | null {
  return document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
}

function renderBox(options: ComboboxSource, initial = "") {
  let current = initial;
  function Box() {
    const [value, setValue] = useState(initial);
    current = value;
    return <Combobox label="Category" options={options} value={value} onChange={setValue} />;
  }
  render(<Box />);
  return { input: screen.getByRole<HTMLInputElement>("combobox", { name: "Category" }), value: () => current };
}
