import { expect, it } from "vitest";

import { emptyForm } from "@/components/onboarding/form";
import { stepStates } from "@/components/onboarding/step-states";
import type { StepKey } from "@/components/onboarding/steps";

const faults = [{ path: "account_reference", message: "Fill this in" }];

it("doesn't call a step wrong while it is first filled in, and does once it is left", () => {
  const form = { ...emptyForm(), account_name: "Nordlys" };
  const state = (open: StepKey, ...seen: StepKey[]) => stepStates(form, faults, new Set(seen), open).find(({ key }) => key === "merchant");
  expect(state("merchant")).toMatchObject({ state: "todo" });
  expect(state("owner")).toMatchObject({ state: "error", note: "1 thing to correct" });
  expect(state("merchant", "merchant")).toMatchObject({ state: "error" });
});

it("calls a step done that says something and has no fault, and none that says nothing", () => {
  const states = stepStates({ ...emptyForm(), account_name: "Nordlys" }, [], new Set(["owner"]), "review");
  expect(states.filter(({ state }) => state === "done").map(({ key }) => key)).toEqual(["merchant"]);
});
