// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { FilterPanel } from "@/components/merchants/list/filter-panel";
import { everything } from "@/lib/desk/directory";

import { renderFresh } from "./desk";

beforeEach(() => {
  vi.useFakeTimers();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("asks the desk for groups as one types, so that one of thousands can be chosen; what is chosen already isn't offered", async () => {
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", async (path: string, { body }: { body?: string } = {}) => {
    if (path.startsWith("/api/desk/directory/facets")) return Response.json({ countries: [], categories: [], products: [] });
    if (!path.startsWith("/api/desk/directory/groups")) return Response.json([]);
    asked.push(JSON.parse(body ?? ""));
    return Response.json(["nordisk-liten", "nordisk"].map((value) => ({ value, name: value })));
  });
  const onAsk = vi.fn();
  renderFresh(<FilterPanel environment="test" asked={{ ...everything, filters: { group: ["nordisk"] } }} onAsk={onAsk} />);
  const pass = () => act(() => vi.advanceTimersByTimeAsync(300));
  await pass();
  expect(asked).toEqual([]);
  fireEvent.change(screen.getByRole("combobox", { name: /^Group/ }), { target: { value: "liten" } });
  await pass();
  expect(asked).toEqual([{ environment: "test", text: "liten" }]);
  const offered = within(screen.getByRole("listbox", { name: "Group" })).getAllByRole("option");
  expect(offered.map(({ textContent }) => textContent)).toEqual(["nordisk-liten"]);
  fireEvent.click(offered[0] as HTMLElement);
  expect(onAsk).toHaveBeenCalledWith({ ...everything, filters: { group: ["nordisk", "nordisk-liten"] } });
});
