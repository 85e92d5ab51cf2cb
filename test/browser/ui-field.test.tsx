// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { FormProvider, type UseFormReturn, useForm } from "react-hook-form";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { FormCombobox } from "@/components/ui/form-combobox";
import { FormCheckboxField, FormSelectField, FormTextField } from "@/components/ui/form-fields";
import { TextField } from "@/components/ui/text-field";

// jsdom knows no scrolling.
beforeEach(() => Object.assign(HTMLElement.prototype, { scrollIntoView: () => undefined }));
afterEach(cleanup);

describe("a field", () => {
  it("ties its label, its help and its error to the input", () => {
    render(<TextField label="IBAN" help="From the bank's statement." error="The check digits don't fit." />);
    const input = screen.getByRole("textbox", { name: "IBAN", description: "The check digits don't fit. From the bank's statement." });
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(input.getAttribute("aria-required")).toBe("true");
  });

  it("warns without calling the value wrong, and says when it may stay empty", () => {
    render(<TextField label="Company number" optional warning="Swedish ones have ten digits." />);
    const input = screen.getByRole("textbox", { name: /Company number/, description: "Swedish ones have ten digits." });
    expect(input.hasAttribute("aria-invalid")).toBe(false);
    expect(input.hasAttribute("aria-required")).toBe(false);
    expect(screen.getByText("Optional")).toBeTruthy();
  });
});

interface Draft {
  readonly name: string;
  readonly country: string;
  readonly category: { readonly code: string };
  readonly agreed: boolean;
}

describe("a form's fields", () => {
  it("read and write the form around them by path, and show what it finds wrong", async () => {
    const form = renderForm();
    fireEvent.change(screen.getByRole("textbox", { name: "Legal name" }), { target: { value: "Blomster AB" } });
    fireEvent.change(screen.getByRole("combobox", { name: "Country" }), { target: { value: "SE" } });
    fireEvent.click(screen.getByRole("checkbox", { name: "Agreed" }));
    fireEvent.change(screen.getByRole("combobox", { name: "Category" }), { target: { value: "flor" } });
    fireEvent.keyDown(screen.getByRole("combobox", { name: "Category" }), { key: "Enter" });
    expect(form().getValues()).toEqual({ name: "Blomster AB", country: "SE", category: { code: "5992" }, agreed: true });

    await act(() => form().setError("category.code", { message: "Klarna doesn't take this category." }));
    expect(screen.getByRole("combobox", { name: "Category", description: "Klarna doesn't take this category." }).getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByRole("textbox", { name: "Legal name" }).hasAttribute("aria-invalid")).toBe(false);
  });
});

function renderForm(): () => UseFormReturn<Draft> {
  let form: UseFormReturn<Draft> | undefined;
  function Form() {
    const own = useForm<Draft>({ defaultValues: { name: "", country: "", category: { code: "" }, agreed: false } });
    form = own;
    return (
      <FormProvider {...own}>
        <FormTextField name="name" label="Legal name" />
        <FormSelectField name="country" label="Country" placeholder="Choose one" options={[{ value: "SE", label: "Sweden" }]} />
        <FormCombobox name="category.code" label="Category" options={[{ value: "5992", label: "Florists" }]} />
        <FormCheckboxField name="agreed" label="Agreed" />
      </FormProvider>
    );
  }
  render(<Form />);
  return () => {
    if (!form) throw new Error("The form wasn't drawn");
    return form;
  };
}
