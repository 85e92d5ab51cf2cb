// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";

import { useAsked } from "@/components/merchants/list/use-asked";
import { everything } from "@/lib/desk/directory";

import { atTheList } from "./at-list";

atTheList();

it("an address of all says so: without a word it would be that of the view that one begins with", () => {
  window.history.replaceState(null, "", "?country=SE");
  const { result, rerender } = renderHook(useAsked);
  act(() => result.current.show({ asked: everything }));
  expect(window.location.search).toBe("?view=all");
  rerender();
  act(() => result.current.show({ asked: { ...everything, filters: { country: ["DK"] } } }));
  expect(window.location.search).toBe("?country=DK");
});
