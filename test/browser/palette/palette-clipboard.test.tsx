// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Palette } from "@/components/palette/palette";
import type { PaletteOffer } from "@/lib/desk/palette";

import { haveDialogs } from "../dialogs";
import { standAt } from "../navigation";

const offer: PaletteOffer = { person: "ada", environment: "test", home: "test", environments: [{ name: "test", href: "/test/merchants" }], pages: [], may: [] };
const readText = vi.fn<() => Promise<string>>();

beforeEach(() => {
  standAt("/test/merchants");
  haveDialogs();
  vi.stubGlobal("fetch", async () => Response.json({ merchants: [], money: [] }));
  Object.assign(navigator, { clipboard: { readText }, permissions: { query: async () => ({ state: "prompt" }) } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  readText.mockReset();
});

async function ask(): Promise<string | null> {
  render(<Palette offer={offer} early={() => ""} onClose={() => undefined} />);
  const entry = await screen.findByText("Look for an account id on the clipboard");
  await act(async () => fireEvent.click(entry));
  return screen.getByRole("status").textContent;
}

it("says that no account id is on the clipboard, and never what is", async () => {
  readText.mockResolvedValue("a secret");
  expect(await ask()).toBe("There is no account id on the clipboard.");
  expect(document.body.textContent).not.toContain("secret");
  fireEvent.change(screen.getByRole("combobox"), { target: { value: "sign" } });
  expect(screen.getByRole("status").textContent).not.toContain("clipboard");
});

it("says that the clipboard may not be read, and what to do", async () => {
  readText.mockRejectedValue(new Error("NotAllowedError"));
  expect(await ask()).toBe("The clipboard can't be read here: paste the id into the search.");
});

it("says of an id that it is of an environment that isn't connected, on the clipboard or typed", async () => {
  const [id, words] = ["krn:partner:global:account:live:A1", "This account id is of an environment that the desk isn't connected to."];
  readText.mockResolvedValue(id);
  expect(await ask()).toBe(words);
  fireEvent.change(screen.getByRole("combobox"), { target: { value: "sign" } });
  expect(screen.getByRole("status").textContent).not.toBe(words);
  fireEvent.change(screen.getByRole("combobox"), { target: { value: id } });
  expect(screen.getByRole("status").textContent).toBe(words);
});

it("says nothing of it where an id is there", async () => {
  readText.mockResolvedValue("krn:partner:global:account:test:A1");
  expect(await ask()).not.toContain("clipboard");
  expect(screen.getByRole("group", { name: "On your clipboard" }).textContent).toContain("krn:partner:global:account:test:A1");
});
