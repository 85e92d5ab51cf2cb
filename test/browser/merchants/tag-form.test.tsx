// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { TagForm } from "@/components/merchants/tag-form";

import { Doors } from "./desk";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

// The press's own default is a browser's, not jsdom's: that nothing is sent is held by a story. That it isn't the pressed button that submits is held here.
it("asks before it deletes a tag, by another button than the one that was pressed", () => {
  const doors = new Doors({});
  render(<TagForm environment="test" edited={{ id: "t1", name: "Autumn", colour: "green" }} onDone={async () => undefined} />);
  const pressed = screen.getByRole("button", { name: "Delete this tag …" });
  fireEvent.click(pressed);
  const sure = screen.getByRole("button", { name: "Delete Autumn from every merchant" });
  expect(sure).not.toBe(pressed);
  expect(document.activeElement).toBe(sure);
  expect(pressed.getAttribute("type")).toBe("button");
  // What a held key would go on pressing.
  expect(fireEvent.keyDown(sure, { key: "Enter", repeat: true })).toBe(false);
  expect(fireEvent.keyDown(sure, { key: "Enter" })).toBe(true);
  fireEvent.click(sure, { detail: 2 });
  expect(doors.asked).toEqual([]);
  fireEvent.click(sure);
  expect(doors.asked).toEqual(["/api/desk/tags/t1?environment=test"]);
});
