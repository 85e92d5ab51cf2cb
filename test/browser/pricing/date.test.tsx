// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { CoverageInputs } from "@/components/pricing/coverage/inputs";
import { InputsForm } from "@/components/pricing/coverage/inputs-form";
import { type Question, questionIn } from "@/components/pricing/question";
import { RateFilters } from "@/components/pricing/rate-filters";

import { renderFresh } from "../merchants/desk";

const asked = vi.fn();
let goTo: (date: string) => void = () => undefined;
beforeEach(() => {
  vi.useFakeTimers();
  asked.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** What a page does: it keeps what is asked, and draws the form again with it. */
function useDay() {
  const [date, setDate] = useState("2026-11-26");
  goTo = setDate;
  const ask = (next: { readonly date?: string }) => {
    asked(next.date);
    setDate(next.date ?? date);
  };
  return { date, ask };
}

function Prices() {
  const { date, ask } = useDay();
  const question: Question = { ...questionIn(new URLSearchParams(), date), date };
  const plan = { id: "krn:plan", name: "Standard", description: undefined, versions: [] };
  return <RateFilters {...{ question, ask, plan }} plans={[plan]} programs={[]} programName={(id) => id} categoryName={undefined} />;
}

function Simulator() {
  const { date, ask } = useDay();
  const inputs: CoverageInputs = { profile: "", category: "", country: "", currency: "", date };
  return <InputsForm inputs={inputs} change={ask} profiles={[]} categoryName={undefined} />;
}

const field = () => screen.getByLabelText<HTMLInputElement>(/^Date/);
/** The digits of a year, one after another. */
const typeYear = (...days: readonly string[]) => {
  field().focus();
  for (const value of days) fireEvent.change(document.activeElement ?? document.body, { target: { value } });
};

for (const [page, Page] of [
  ["prices", Prices],
  ["simulator", Simulator],
] as const) {
  it(`the date of the ${page} is typed digit by digit, and is asked for once it stands`, () => {
    renderFresh(<Page />);
    const first = field();
    typeYear("0002-11-26", "0020-11-26", "0202-11-26", "2027-11-26");
    expect(asked).not.toHaveBeenCalled();
    act(() => void vi.runAllTimers());
    expect(asked.mock.calls).toEqual([["2027-11-26"]]);
    expect([field(), document.activeElement]).toEqual([first, first]);
  });

  it(`the date of the ${page} is asked for at once by Enter and on leaving, and goes back with the address`, () => {
    renderFresh(<Page />);
    typeYear("2027-11-26");
    fireEvent.keyDown(field(), { key: "Enter" });
    typeYear("2028-11-26");
    act(() => field().blur());
    expect(asked.mock.calls).toEqual([["2027-11-26"], ["2028-11-26"]]);
    act(() => goTo("2026-11-26"));
    expect(field().value).toBe("2026-11-26");
  });
}
