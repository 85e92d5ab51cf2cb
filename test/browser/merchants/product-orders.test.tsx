// @vitest-environment jsdom

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { MerchantContext, type MerchantHere } from "@/components/merchants/merchant-context";
import { productAccess } from "@/components/merchants/products/product-access";
import { ProductActs } from "@/components/merchants/products/product-acts";
import type { DirectoryProduct } from "@/lib/desk/merchant";
import type { Settled } from "@/lib/desk/settled";
import { Doors, merchant, merchantDoor } from "./desk";
import { openableDialogs } from "./file/at-file";

beforeEach(openableDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const product = { product_id: "krn:product:1", type: "PAYMENT" } as const;
const enabled: DirectoryProduct = { ...product, state: "ENABLED", state_reason: "APPROVED" };
const suspended: DirectoryProduct = { ...product, state: "DISABLED", state_reason: "VOLUNTARY_BY_PARTNER" };
const client = new QueryClient();

function acts(shown: DirectoryProduct, details?: string, others: readonly DirectoryProduct[] = []) {
  const here = { merchant: merchant({ products: [shown, ...others] }), refresh: () => undefined } as unknown as MerchantHere;
  return (
    <QueryClientProvider client={client}>
      <MerchantContext value={here}>
        <ProductActs product={shown} details={details} access={productAccess("support")} suspension={undefined} />
      </MerchantContext>
    </QueryClientProvider>
  );
}

const question = (name: RegExp) => screen.findByRole("dialog", { name });

describe("a change of a product whose answer is lost", () => {
  it("is called unclear: nobody is told that it wasn't done, or to try again", async () => {
    const doors = new Doors({ [`${merchantDoor}/products/reactivate`]: "away" });
    render(acts(suspended, "Moved house"));
    fireEvent.click(screen.getByRole("button", { name: "Reactivate …" }));
    const dialog = await question(/^Reactivate/);
    fireEvent.click(within(dialog).getByRole("button", { name: /^Reactivate/ }));
    expect(await within(dialog).findByText("Nobody can say yet whether it was done")).toBeTruthy();
    expect(within(dialog).getByText(/Look whether it is there before asking again/)).toBeTruthy();
    expect(within(dialog).queryByText("It wasn't reactivated")).toBeNull();
    expect(within(dialog).queryByRole("button", { name: /^Reactivate/ })).toBeNull();
    expect(doors.asked).toHaveLength(1);
  });
});

describe("what was going on, before a product is suspended", () => {
  const settledDoor = `${merchantDoor}/settled`;
  const settled: Settled = {
    loaded_to: "2026-11-24T00:00:00.000000Z",
    is_old: false,
    missing: 0,
    captures: 1_204,
    refunds: 32,
    chargebacks: 0,
    last: null,
    sums: null,
  };
  async function asked() {
    client.clear();
    render(acts(enabled));
    fireEvent.click(screen.getByRole("button", { name: "Suspend …" }));
    return within(await question(/^Suspend/));
  }

  it("is said with how far the desk can see", async () => {
    const last = { settlement_id: null, period_from: "2026-11-17T00:00:00.000000Z", period_to: "2026-11-24T00:00:00.000000Z" };
    new Doors({ [settledDoor]: { json: { ...settled, last } } });
    const dialog = await asked();
    expect(
      await dialog.findByText(
        /^1,204 captures and 32 refunds in settlements that ended in the last 30 days\. The newest report that is loaded ended on 24 Nov 2026\.$/,
      ),
    ).toBeTruthy();
  });

  it("is no reason not to suspend where it can't be read", async () => {
    const doors = new Doors({ [settledDoor]: { problem: 503, code: "DATABASE_DOWN" } });
    const dialog = await asked();
    expect(await dialog.findByText("What the merchant lately settled couldn't be read")).toBeTruthy();
    expect(dialog.getByRole("button", { name: /^Suspend/ })).toBeTruthy();
    doors.set(settledDoor, { json: { ...settled, loaded_to: null } });
    fireEvent.click(dialog.getByRole("button", { name: "Try again" }));
    expect(await dialog.findByText("Nobody can say: the desk has loaded no settlement report.")).toBeTruthy();
  });
});

describe("what is asked about a product", () => {
  it("stands as it was when it was opened, whatever happens to the product meanwhile", async () => {
    const { rerender } = render(acts(suspended, "Moved house"));
    fireEvent.click(screen.getByRole("button", { name: "Reactivate …" }));
    const dialog = await question(/^Reactivate/);
    const told = within(dialog).getByText("Moved house").closest("dl")?.textContent;
    rerender(acts(enabled));
    expect(within(dialog).getByText("Moved house").closest("dl")?.textContent).toBe(told);
    // What can't be done by now isn't offered, all the same.
    expect(
      within(dialog)
        .getByRole("button", { name: /^Reactivate/ })
        .getAttribute("aria-disabled"),
    ).toBe("true");
  });

  it("is completed by the words that are read only after it was opened", async () => {
    const { rerender } = render(acts(suspended));
    fireEvent.click(screen.getByRole("button", { name: "Reactivate …" }));
    const dialog = await question(/^Reactivate/);
    rerender(acts(suspended, "Moved house"));
    expect(within(dialog).getByText("Moved house")).toBeTruthy();
  });

  it("tells of the merchant's other products as they were, too", async () => {
    new Doors({ [`${merchantDoor}/settled`]: { json: null } });
    const { rerender } = render(acts(enabled));
    fireEvent.click(screen.getByRole("button", { name: "Suspend …" }));
    const dialog = await question(/^Suspend/);
    expect(within(dialog).getByText("This is the merchant's only product.")).toBeTruthy();
    rerender(acts(enabled, undefined, [{ ...enabled, product_id: "krn:product:2" }]));
    expect(within(dialog).getByText("This is the merchant's only product.")).toBeTruthy();
  });
});
