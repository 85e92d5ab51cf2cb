// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { ProgramView } from "@/components/programs/program-view";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { paymentProgramPlans } from "@/lib/klarna/operations/payment-program-plans";
import { paymentPrograms } from "@/lib/klarna/operations/payment-programs";

import { type Answer, Doors, renderFresh } from "../merchants/desk";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("says why a program's plans couldn't be read, and reads them again with it", async () => {
  const plans = "/api/klarna/test/paymentProgramPlans.list";
  const doors = new Doors({
    "/api/klarna/test/paymentPrograms.get": { json: { payment_program_id: "krn:program:1", payment_program_name: "Later" } },
    "/api/klarna/test/distributionProfiles.list": { json: [] },
    [plans]: { problem: 503, code: "KLARNA_UNREACHABLE", errorId: "err-1" },
  });
  const call = callOf(paymentPrograms.get, { payment_program_id: "krn:program:1" });
  const calls = { plans: callOf(paymentProgramPlans.list, {}), profiles: callOf(distributionProfiles.list, {}) };
  renderFresh(<ProgramView environment="test" programId="krn:program:1" program={call} calls={calls} merchants={[]} total={0} />);
  expect(await screen.findByText("The plans couldn't be read.")).toBeTruthy();
  expect(screen.getByText("err-1")).toBeTruthy();
  let arrive: (answer: Answer) => void = () => undefined;
  const late = new Promise<Answer>((settle) => (arrive = settle));
  doors.set(plans, late);
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(doors.askedFor(plans)).toBe(2));
  // All that was read before stays meanwhile.
  await waitFor(() => expect(screen.getByRole("button", { name: "Refresh" }).getAttribute("aria-busy")).toBe("true"));
  expect(screen.getByText("What it is")).toBeTruthy();
  expect(screen.getByText("The plans couldn't be read.")).toBeTruthy();
  arrive({ json: { payment_program_plans: [] } });
  await waitFor(() => expect(screen.queryByText("The plans couldn't be read.")).toBeNull());
  expect(screen.getByText(/^Read from Klarna/)).toBeTruthy();
});
