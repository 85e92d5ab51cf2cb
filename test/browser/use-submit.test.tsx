// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { useSubmit } from "@/components/operation/use-submit";

afterEach(cleanup);

it("a form is sent once by two presses, also where nothing was drawn between them, and again when it was answered", async () => {
  let answer = () => undefined as void;
  const sent = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
  function Form() {
    const { submit } = useSubmit(sent);
    return (
      <form onSubmit={(event) => void submit(event)}>
        <button type="submit">Save</button>
      </form>
    );
  }
  render(<Form />);
  const button = screen.getByRole("button", { name: "Save" });
  act(() => {
    fireEvent.click(button);
    fireEvent.click(button);
  });
  expect(sent).toHaveBeenCalledTimes(1);
  await act(async () => answer());
  fireEvent.click(button);
  expect(sent).toHaveBeenCalledTimes(2);
});
