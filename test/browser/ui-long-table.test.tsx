// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeAll, expect, test, vi } from "vitest";

import { LongTable } from "@/components/ui/long-table";

const rectangle = { x: 0, y: 0, top: 0, left: 0, right: 800, bottom: 36, width: 800, height: 36 };
// A page that is never drawn has no sizes to tell of: each row is as high as it will be.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, get: () => 36 });
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue({ ...rectangle, toJSON: () => rectangle });
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("scrollTo", () => undefined);
});
afterEach(cleanup);

const columns = [{ key: "name", header: "Name", cell: (name: string) => name }];
const rows = (count: number) => Array.from({ length: count }, (_, index) => `row ${index}`);
const table = (count: number, over: object = {}) => <LongTable caption="Names" columns={columns} rows={rows(count)} rowKey={(name) => name} {...over} />;

test("the server draws the first rows of a long table, and keeps room for the others", () => {
  const drawn = renderToString(table(100));
  expect(drawn.match(/row \d+</g)).toHaveLength(40);
  expect(drawn).toContain(`height:${60 * 36}px`);
  expect(renderToString(table(39)).match(/row \d+</g)).toHaveLength(39);
});

test("it says how long it is: what is there, what there is in all, or that nobody knows", () => {
  for (const [over, said] of [
    [{}, "101"],
    [{ count: 600 }, "601"],
    [{ count: -1 }, "-1"],
  ] as const) {
    render(table(100, over));
    expect(screen.getByRole("table").getAttribute("aria-rowcount")).toBe(said);
    cleanup();
  }
});

test("that its end is in sight is told, and only then", () => {
  const onEnd = vi.fn();
  render(table(100, { onEnd }));
  expect(onEnd).not.toHaveBeenCalled();
  cleanup();
  render(table(39, { onEnd }));
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test("on paper, which nobody can scroll, all rows stand, and afterwards again only those in sight", () => {
  render(table(100));
  const count = () => screen.getAllByRole("rowheader").length;
  expect(count()).toBeLessThan(100);
  fireEvent(window, new Event("beforeprint"));
  expect(count()).toBe(100);
  fireEvent(window, new Event("afterprint"));
  expect(count()).toBeLessThan(100);
});
