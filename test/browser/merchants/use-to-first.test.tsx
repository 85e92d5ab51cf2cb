// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, expect, it } from "vitest";

import { useToFirst } from "@/components/merchants/list/use-to-first";

afterEach(cleanup);

function List({ found, searching }: { readonly found: string; readonly searching: boolean }) {
  const area = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const toFirst = useToFirst(area, search, searching);
  return (
    <div ref={area}>
      <input ref={search} aria-label="Search" onKeyDown={toFirst} />
      <table>
        <tbody>
          <tr>
            <th>
              <a href="/merchant">{found}</a>
            </th>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Somebody types, and presses Enter while what they typed is still being searched for. */
function typed(text: string) {
  const list = render(<List found="The last one's" searching />);
  const search = screen.getByRole<HTMLInputElement>("textbox");
  search.focus();
  search.value = text;
  fireEvent.keyDown(search, { key: "Enter" });
  return { search, comes: () => list.rerender(<List found="This one's" searching={false} />) };
}

it("leads to the first that was found", () => {
  render(<List found="This one's" searching={false} />);
  fireEvent.keyDown(screen.getByRole("textbox"), { key: "Enter" });
  expect(document.activeElement?.textContent).toBe("This one's");
});

it("leads whoever doesn't wait for the answer there once it has come, and never to what was found before", () => {
  const { search, comes } = typed("nordlys");
  expect(document.activeElement).toBe(search);
  comes();
  expect(document.activeElement?.textContent).toBe("This one's");
});

it("leads nowhere who has typed on", () => {
  const { search, comes } = typed("nord");
  search.value = "nordlys";
  comes();
  expect(document.activeElement).toBe(search);
});

it("leads nowhere who has gone elsewhere", () => {
  const { search, comes } = typed("nord");
  search.blur();
  comes();
  expect(document.activeElement).toBe(document.body);
});
