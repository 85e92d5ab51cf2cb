// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { FormProvider, type UseFormReturn, useForm } from "react-hook-form";
import { afterEach, expect, it } from "vitest";

import { emptyForm, emptyItem, type OnboardingForm } from "@/components/onboarding/form";
import { PeopleStep } from "@/components/onboarding/people-step";
import { WizardProvider } from "@/components/onboarding/wizard-context";

import { renderFresh } from "../merchants/desk";

afterEach(cleanup);

const city = "extra_account_data.beneficiary_information.stakeholders.0.address.city";
let form: UseFormReturn<OnboardingForm>;

function Step({ given }: { readonly given: OnboardingForm }) {
  form = useForm<OnboardingForm>({ defaultValues: given });
  return (
    <WizardProvider value={{ environment: "test", draftId: "d-1", profiles: {} as never, goTo: () => undefined }}>
      <FormProvider {...form}>
        <PeopleStep />
      </FormProvider>
    </WizardProvider>
  );
}

function open(): HTMLDetailsElement {
  const given = emptyForm();
  given.extra_account_data.beneficiary_information.stakeholders.push(emptyItem.person());
  renderFresh(<Step given={given} />);
  const details = screen.getByText("Home address").closest("details");
  if (!details) throw new Error("There is no home address.");
  return details;
}

const toggle = (details: HTMLDetailsElement) =>
  act(() => {
    details.open = !details.open;
    details.dispatchEvent(new Event("toggle"));
  });

it("a home address that was opened stays open while its only letter is deleted again", () => {
  const details = open();
  expect(details.open).toBe(false);
  toggle(details);
  for (const value of ["N", ""]) fireEvent.input(screen.getByLabelText(/^City/), { target: { value } });
  expect(details.open).toBe(true);
});

it("a home address opens for what is wrong with it, and can be closed again", () => {
  const details = open();
  act(() => form.setError(city, { message: "is missing" }));
  expect(details.open).toBe(true);
  toggle(details);
  expect(details.open).toBe(false);
});

it("a day of birth is typed on a keyboard that has the hyphens it is shown with", () => {
  open();
  const born = screen.getByPlaceholderText("YYYY-MM-DD");
  expect([born.getAttribute("name"), born.getAttribute("inputmode")]).toEqual([expect.stringMatching(/date_of_birth$/), null]);
});
