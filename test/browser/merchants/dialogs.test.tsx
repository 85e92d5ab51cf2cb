// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { CompareDialog } from "@/components/merchants/compare/compare-dialog";
import { MaskedInput } from "@/components/merchants/file/masked-input";
import { TagDialog } from "@/components/merchants/tag-dialog";
import { CopyDialog } from "@/components/onboarding/copy-dialog";

import { haveDialogs } from "../dialogs";
import { accountId, Doors, merchant, renderFresh } from "./desk";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe.each([
  ["Start from this copy", (shown: Shown) => <CopyDialog {...shown} environment="test" onChoose={() => undefined} />],
  ["Compare", (shown: Shown) => <CompareDialog {...shown} environment="test" title="Compare with" href={(id) => `/${id}`} />],
] as const)("a question for a merchant (%s)", (verb, of) => {
  it("begins anew once it was cancelled", async () => {
    const found = { environment: "test", account_id: accountId, account_name: "Blomster", account_reference: "SE-1", state: null, missing_since: null };
    new Doors({ "/api/desk": { json: { merchants: [found], spelling: "typed" } } });
    function Asked() {
      const [open, setOpen] = useState(true);
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            Ask
          </button>
          {of({ open, onClose: () => setOpen(false) })}
        </>
      );
    }
    renderFresh(<Asked />);
    fireEvent.change(screen.getByRole("combobox"), { target: { value: "blom" } });
    fireEvent.click(await screen.findByRole("option", { name: /Blomster/ }));
    expect(screen.getByRole<HTMLInputElement>("combobox").value).toContain("Blomster");
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    fireEvent.click(screen.getByRole("button", { name: "Ask" }));
    expect(screen.getByRole<HTMLInputElement>("combobox").value).toBe("");
    expect(screen.getByRole("button", { name: verb }).getAttribute("aria-disabled")).toBe("true");
  });
});

interface Shown {
  readonly open: boolean;
  readonly onClose: () => void;
}

it("tags that couldn't be read are said to be that, and are read again when somebody asks", async () => {
  const doors = new Doors({ "/api/desk/tags": { problem: 503, code: "DATABASE_DOWN" } });
  renderFresh(<TagDialog environment="test" merchants={[merchant()]} onClose={() => undefined} />);
  expect(await screen.findByText("The tags couldn't be read")).toBeDefined();
  expect(screen.queryByText("The tags weren't saved")).toBeNull();
  doors.set("/api/desk/tags", { json: [{ id: "t1", name: "Autumn", colour: "green" }] });
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("checkbox", { name: "Autumn" })).toBeDefined();
  expect(screen.queryByText("The tags couldn't be read")).toBeNull();
});

it("a masked value that stays as it is isn't said to be required", () => {
  function Form() {
    return (
      <FormProvider {...useForm()}>
        <MaskedInput name="vat" label="VAT number" masked="SE••••" />
      </FormProvider>
    );
  }
  renderFresh(<Form />);
  expect(screen.getByRole("textbox", { name: "VAT number" }).getAttribute("aria-required")).toBeNull();
});
