// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, expect, it, vi } from "vitest";

import { useHelpKey } from "@/components/ui/use-help-key";
import { useRowKeys } from "@/components/ui/use-row-keys";

afterEach(cleanup);
Element.prototype.scrollIntoView = () => undefined;

function Rows({ onDone }: { readonly onDone: (row: string | null) => void }) {
  const area = useRef<HTMLDivElement>(null);
  useRowKeys(area, { on: { e: (row) => onDone(row.textContent) } });
  return (
    <div ref={area}>
      <table>
        <tbody>
          {["one", "two", "three"].map((name) => (
            <tr key={name}>
              <th>
                <a href={`#${name}`}>{name}</a>
              </th>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

it("walks while a key is held, and does something once for each press", () => {
  const onDone = vi.fn();
  render(<Rows onDone={onDone} />);
  const press = (key: string, repeat = false) => fireEvent.keyDown(document.activeElement ?? document.body, { key, repeat });
  press("j");
  press("j", true);
  expect(document.activeElement).toBe(screen.getByRole("link", { name: "two" }));
  press("e");
  press("e", true);
  press("e", true);
  expect(onDone.mock.calls).toEqual([["two"]]);
});

it("leaves the page alone behind an open dialog, wherever the focus is", () => {
  const onDone = vi.fn();
  function Page({ asking }: { readonly asking: boolean }) {
    const [help] = useHelpKey();
    return (
      <>
        <Rows onDone={onDone} />
        <dialog open={asking}>Sure?</dialog>
        {help && "The keys"}
      </>
    );
  }
  const { rerender } = render(<Page asking />);
  for (const key of ["j", "?"]) fireEvent.keyDown(document.body, { key });
  expect(document.activeElement).toBe(document.body);
  expect(screen.queryByText("The keys")).toBeNull();
  rerender(<Page asking={false} />);
  for (const key of ["j", "?"]) fireEvent.keyDown(document.body, { key });
  expect(document.activeElement).toBe(screen.getByRole("link", { name: "one" }));
  expect(screen.getByText("The keys")).toBeTruthy();
});
