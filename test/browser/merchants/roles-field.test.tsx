// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { FormProvider, type UseFormReturn, useForm } from "react-hook-form";
import { afterEach, expect, test } from "vitest";

import { RolesField } from "@/components/operation/roles-field";

afterEach(cleanup);

test("a role that the desk doesn't know is shown, stays when others are chosen, and can be taken away", () => {
  let form: UseFormReturn<{ roles: string[] }> | undefined;
  function Person() {
    form = useForm({ defaultValues: { roles: ["OWNER", "CHIEF_OF_TOMORROW"] } });
    return (
      <FormProvider {...form}>
        <RolesField name="roles" />
      </FormProvider>
    );
  }
  render(<Person />);
  act(() => screen.getByRole("checkbox", { name: /^Legal representative/ }).click());
  expect(form?.getValues("roles").toSorted()).toEqual(["CHIEF_OF_TOMORROW", "LEGAL_REPRESENTATIVE", "OWNER"]);
  act(() => screen.getByRole("checkbox", { name: /^CHIEF_OF_TOMORROW/ }).click());
  expect(form?.getValues("roles").toSorted()).toEqual(["LEGAL_REPRESENTATIVE", "OWNER"]);
});
