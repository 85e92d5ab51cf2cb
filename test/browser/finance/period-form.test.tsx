// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";

import { PeriodForm } from "@/components/finance/period-form";
import type { FinancePeriod } from "@/lib/desk/finance";

import { router } from "../navigation";

afterEach(() => {
  cleanup();
  router.replace.mockReset();
});

/** The page, which answers an address at once. */
function Page() {
  const [asked, setAsked] = useState("");
  router.replace.mockImplementation((href: string) => setAsked(href.split("?")[1] ?? ""));
  const weeks = Number(new URLSearchParams(asked).get("weeks") ?? 13) as FinancePeriod["weeks"];
  return <PeriodForm environment="test" period={{ weeks, mondays: [], end: "2026-11-30" }} />;
}

it("keeps the keyboard's place through each of its choices, the usual one too", async () => {
  render(<Page />);
  const choice = screen.getByRole<HTMLSelectElement>("combobox", { name: "Look back" });
  choice.focus();
  for (const [weeks, address] of [
    ["26", "/test/finance?weeks=26"],
    ["13", "/test/finance"],
    ["4", "/test/finance?weeks=4"],
  ] as const) {
    await act(async () => fireEvent.change(choice, { target: { value: weeks } }));
    expect(router.replace).toHaveBeenLastCalledWith(address, { scroll: false });
    expect([document.activeElement, choice.value]).toEqual([choice, weeks]);
  }
});
