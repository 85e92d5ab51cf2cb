// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { haveDialogs } from "../dialogs";

const offer = { person: "ada", environment: "test", home: "test", environments: [], pages: [{ href: "/settings/jobs", label: "Jobs" }], may: [] } as const;
const behind = vi.fn();

beforeEach(async () => {
  vi.stubGlobal("fetch", async () => Response.json([]));
  haveDialogs();
  // Anew each time: the palette is loaded when it is opened for the first time.
  vi.resetModules();
  const { PaletteButton } = await import("@/components/palette/palette-button");
  render(<PaletteButton offer={offer} keys="Ctrl K" />);
  document.addEventListener("keydown", behind);
  press("k", { ctrlKey: true });
  behind.mockClear();
});
afterEach(() => {
  document.removeEventListener("keydown", behind);
  cleanup();
});

const press = (key: string, more = {}) => fireEvent.keyDown(document.body, { key, ...more });
const loaded = () => act(() => vi.dynamicImportSettled());

test("the button says which keys open it", () => {
  expect(screen.getByRole("button", { name: "Search and commands" }).textContent).toContain("Ctrl K");
});

test("what is typed before the palette has come stands in it, and the page behind hears none of it", async () => {
  for (const key of ["j", "o", "x", "Backspace", "b", "Enter"]) press(key);
  expect(screen.queryByRole("combobox")).toBeNull();
  await loaded();
  expect(screen.getByRole<HTMLInputElement>("combobox").value).toBe("job");
  expect(screen.getAllByRole("option")[0]?.textContent).toContain("Jobs");
  expect(behind).not.toHaveBeenCalled();
});

test("Escape before it has come keeps it away", async () => {
  press("Escape");
  await loaded();
  expect(screen.queryByRole("combobox")).toBeNull();
});
