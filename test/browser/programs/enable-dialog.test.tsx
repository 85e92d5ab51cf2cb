// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { MerchantContext, type MerchantHere } from "@/components/merchants/merchant-context";
import { EnableDialog } from "@/components/merchants/programs/enable-dialog";
import { type EnablementForm, formKey } from "@/components/merchants/programs/kept-form";
import { newForm } from "@/components/merchants/programs/new-form";
import type { ProgramPlan } from "@/lib/desk/program-plan";
import { matrixOf, type PlanMatrix } from "@/lib/klarna/plan-matrix";
import { haveDialogs } from "../dialogs";
import { accountId, Doors, merchant, renderFresh } from "../merchants/desk";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  window.sessionStorage.clear();
  vi.unstubAllGlobals();
});

const line = (payment_program_id: string, customer_country: string, enablement_type: string) => ({
  ...{ payment_program_id, customer_country, enablement_type, merchant_category_code: "5992", currency: "SEK" },
});

/** The dialog for a program that was chosen with some countries, beside a plan; what Klarna lists for the product says how three of them are enabled. */
async function open(program: string, countries: readonly string[], matrix: PlanMatrix, kept: Partial<EnablementForm> = {}) {
  const plan: ProgramPlan = {
    ...{ payment_program_plan_id: "krn:plan", version: 1, effective_from: null, effective_to: null, comment: null },
    ...{ matrix, names: {}, categories: { "5992": "Florists" }, read_at: "2026-11-26T10:00:00Z" },
  };
  new Doors({ "/api/desk/programs/plan": { json: plan } });
  window.sessionStorage.setItem(
    formKey({ me: "me", accountId, productId: "krn:product:1" }),
    JSON.stringify({ ...newForm(program, "5992"), countries, ...kept }),
  );
  const listed = { on: "PRESET", later: "OPTIONAL", approved: "RESTRICTED", silent: null, unsaid: null };
  renderFresh(
    <MerchantContext value={{ merchant: merchant(), me: "me" } as MerchantHere}>
      <EnableDialog
        {...{ productId: "krn:product:1", planId: "krn:plan", category: "5992", enabled: [], program, onClose: () => undefined }}
        programs={Object.entries(listed).map(([id, enablement_type]) => ({ payment_program_id: id, payment_program_name: `Program ${id}`, enablement_type }))}
      />
    </MerchantContext>,
  );
  // The plan has come: it names the category.
  await screen.findByText(/Florists \(5992\)/);
  return screen.getByRole("dialog");
}

describe("the dialog that enables a program", () => {
  const matrix = matrixOf([
    ...[line("on", "SE", "PRESET"), line("later", "SE", "OPTIONAL"), line("later", "NL", "RESTRICTED")],
    ...[line("silent", "SE", "PRESET"), line("silent", "NL", "PRESET"), line("unsaid", "SE", "RESTRICTED")],
  ]);

  it("offers no program that is always on, neither by the product's list nor, where that is silent, by the plan", async () => {
    const dialog = await open("", [], matrix);
    const options = within(within(dialog).getByLabelText("Program")).getAllByRole("option");
    expect(options.map(({ textContent }) => textContent)).toEqual([
      "Choose a program",
      "Program later",
      "Program approved (Klarna approves)",
      "Program unsaid (Klarna approves)",
    ]);
  });

  it("promises only what the plan says of the chosen countries", async () => {
    expect((await open("later", ["SE"], matrix)).textContent).toContain("Klarna enables it at once, without a review.");
  });

  it("says where Klarna must approve it", async () => {
    const dialog = await open("later", ["SE", "NL"], matrix);
    expect(dialog.textContent).toContain("In Netherlands: Klarna decides which partners may enable it.");
    expect(dialog.textContent).not.toContain("without a review. Once");
  });

  it("takes the plan's word where the list says nothing, and the list's where the plan doesn't", async () => {
    expect((await open("unsaid", ["SE"], matrix)).textContent).toContain("Klarna decides which partners may enable it.");
    cleanup();
    expect((await open("approved", ["SE"], matrix)).textContent).toContain("Klarna decides which partners may enable it.");
  });

  it("is of the program that it was opened for, with what was typed for another; but where nobody knows what became of that", async () => {
    const other = await open("later", ["SE"], matrix, { program: "approved" });
    expect(within(other).getByRole("button", { name: "Enable Program later" })).toBeTruthy();
    expect(other.textContent).toContain("Sweden");
    cleanup();
    const unclear = await open("later", ["SE"], matrix, { program: "approved", unclear: true });
    expect(within(unclear).getByRole("heading", { name: "Enable Program approved" })).toBeTruthy();
  });
});
