// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { PauseButton } from "@/components/ui/pause-button";

afterEach(cleanup);

it.each([
  ["Enter", false],
  [" ", false],
  ["Tab", true],
  ["PageDown", true],
])("a key that is held presses no button whose words have changed, but moves on from it: %s", (key, goesOn) => {
  render(<PauseButton paused={false} onPress={() => undefined} />);
  expect(fireEvent.keyDown(screen.getByRole("button"), { key })).toBe(true);
  expect(fireEvent.keyDown(screen.getByRole("button"), { key, repeat: true })).toBe(goesOn);
});
