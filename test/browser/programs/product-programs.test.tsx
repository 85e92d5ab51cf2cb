// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { MerchantContext, type MerchantHere } from "@/components/merchants/merchant-context";
import { ProductPrograms } from "@/components/merchants/programs/product-programs";
import { callOf } from "@/lib/klarna/call";
import { paymentProgramEnablements } from "@/lib/klarna/operations/payment-program-enablements";
import { paymentPrograms } from "@/lib/klarna/operations/payment-programs";
import { accountId, Doors, merchant, renderFresh } from "../merchants/desk";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const [listed, given] = ["/api/klarna/test/paymentPrograms.listForProduct", "/api/klarna/test/paymentProgramEnablements.list"];
const none = /^Klarna lists no program for this product/;

it("says of programs that couldn't be read so, and never that Klarna lists none", async () => {
  const doors = new Doors({ [listed]: { problem: 503, code: "KLARNA_UNREACHABLE" }, [given]: { json: { payment_program_enablements: [] } } });
  const params = { account_id: accountId, product_id: "krn:product:1" };
  renderFresh(
    <MerchantContext value={{ merchant: merchant(), me: "me" } as MerchantHere}>
      <ProductPrograms
        product={{ product_id: params.product_id, type: "PAYMENT" }}
        calls={{ programs: callOf(paymentPrograms.listForProduct, params), enablements: callOf(paymentProgramEnablements.list, params) }}
        planId={undefined}
        names={{}}
        mayWrite={false}
      />
    </MerchantContext>,
  );
  const notice = await screen.findByText("The programs it may have couldn't be read");
  expect(screen.queryByText(none)).toBeNull();
  doors.set(listed, { json: { payment_programs: [] } });
  fireEvent.click(screen.getAllByRole("button", { name: "Try again" })[1] as HTMLElement);
  expect(await screen.findByText(none)).toBeDefined();
  expect(notice.isConnected).toBe(false);
});
