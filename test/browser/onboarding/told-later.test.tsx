// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, renderHook, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";

import { countryIn, formOf } from "@/components/onboarding/form";
import { OutcomeNotice } from "@/components/onboarding/outcome-notice";
import { RefusalNotice } from "@/components/onboarding/refusal-notice";
import { useSending } from "@/components/onboarding/use-sending";
import { WizardProvider } from "@/components/onboarding/wizard-context";
import { KlarnaHelp } from "@/components/operation/klarna-help";
import type { Draft } from "@/lib/desk/draft";
import { ProblemError } from "@/lib/klarna/problem";

import { openableDialogs } from "../merchants/file/at-file";
import { standAt } from "../navigation";

beforeAll(() => {
  openableDialogs();
  vi.stubGlobal("scrollTo", () => undefined);
  standAt("/test/merchants/new/1", { environment: "test" });
});
afterEach(cleanup);

const draft: Draft = {
  ...{ id: "d-1", environment: "test", title: "Nordlys", version: 1, updated_by: "Ada", updated_at: "2026-11-20T10:00:00Z" },
  ...{ outcome: "rejected", next_try_at: null, tries: 2, error_id: "8d2c-11", code: null, settled_by: "answer", account_id: null, content: {}, refused: [] },
  ...{ first_sent_at: "2026-11-20T09:59:00Z", sent_at: "2026-11-20T10:01:02Z", idempotency_key: "5b0e7a52-7a0c-4f63-8f0b-0c6d1f0c7a11" },
};

const refused = { status: 400, errorId: "8d2c-11", message: "Klarna refused one field.", fields: [] };

/** The draft's page as it is after a reload, days later: nothing is known but what the desk kept. */
function show(notice: ReactNode): void {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <KlarnaHelp>
        <WizardProvider value={{ environment: "test", draftId: "d-1", profiles: {} as never, goTo: () => undefined }}>{notice}</WizardProvider>
      </KlarnaHelp>
    </QueryClientProvider>,
  );
}

async function copied(): Promise<string> {
  fireEvent.click(await screen.findByRole("button", { name: "Copy for Klarna support" }));
  return (await screen.findByRole<HTMLTextAreaElement>("textbox")).value;
}

describe("what Klarna's support is told of a draft after a reload", () => {
  it("says of a refusal when it was sent, and by which key", async () => {
    show(<RefusalNotice draft={draft} problem={undefined} refusals={[]} />);
    const text = await copied();
    expect(text).toContain("Operation: POST /v2/distribution/onboard\nTime (UTC): 2026-11-20T10:01:02.000Z\n");
    expect(text).toContain("Error id: 8d2c-11\nIdempotency key: 5b0e7a52-7a0c-4f63-8f0b-0c6d1f0c7a11\nOutcome: refused");
  });

  it("says so of what nobody knows the outcome of", async () => {
    show(<OutcomeNotice draft={{ ...draft, outcome: "unknown" }} sending={false} unsure={false} />);
    const text = await copied();
    expect(text).toContain("Time (UTC): 2026-11-20T10:01:02.000Z\nFirst sent (UTC): 2026-11-20T09:59:00.000Z\nSent: 2 times\n");
    expect(text).toContain("Idempotency key: 5b0e7a52-7a0c-4f63-8f0b-0c6d1f0c7a11\nOutcome: not known");
  });
});

describe("what is said of a draft that isn't a merchant yet, after a reload", () => {
  const said = (given: Partial<Draft>) => {
    show(<RefusalNotice draft={{ ...draft, ...given }} problem={undefined} refusals={[]} />);
    return screen.getByRole("alert").textContent;
  };

  it("is that Klarna refused it, where it did", () => {
    expect(said({ code: "VALIDATION_ERROR" })).toContain("Klarna refused this when it was last sent");
  });

  it.each([
    ["KLARNA_UNREACHABLE", "Klarna couldn't be reached, and nothing was sent"],
    ["RATE_USED_UP", "Klarna's rate was used up, and nothing was sent"],
  ])("is that it never got there, where nothing was sent (%s)", (code, words) => {
    const text = said({ code, error_id: null });
    expect(text).toContain(words);
    expect(text).not.toMatch(/refused|Correct it/);
  });

  it.each(["person", "read", "webhook"] as const)("is that it wasn't created, where that was found out (by %s)", (settled_by) => {
    const text = said({ code: "KLARNA_UNREACHABLE", settled_by });
    expect(text).toContain("It was found out that Klarna hadn't created this merchant");
    expect(text).not.toMatch(/refused|nothing was sent|Correct it/);
  });
});

describe("what is said once the desk knows what came of a sending whose answer was lost", () => {
  const lost = { status: 0, code: "UNREACHABLE", message: "The desk's answer didn't arrive, so it isn't known.", unclear: true, fields: [] };

  it.each([
    ["refused it", { outcome: "rejected", code: "VALIDATION_ERROR" }, "Klarna refused this when it was last sent"],
    ["never was asked", { outcome: null, tries: 0 }, "The merchant wasn't created: nothing was sent"],
  ] as const)("is that Klarna %s", (_, given, words) => {
    show(<RefusalNotice draft={{ ...draft, ...given }} problem={lost} refusals={[]} />);
    const text = screen.getByRole("alert").textContent;
    expect(text).toContain(words);
    expect(text).not.toMatch(/known/i);
  });
});

it("forgets what came of a sending once a colleague has sent the draft after it", async () => {
  const given = { form: {} as never, saver: { flush: async () => true, version: 1 } as never, findOut: async () => undefined, onRefused: () => undefined };
  const { result, rerender } = renderHook((tries: number) => useSending({ ...given, draft: { ...draft, tries }, readAgain: async () => draft }), {
    initialProps: 2,
  });
  const refuse = () => Promise.reject(new ProblemError({ status: 400, code: "VALIDATION_ERROR", message: "Klarna refused it." }));
  await act(() => result.current.start(refuse, String));
  rerender(3);
  expect(result.current.problem?.message).toBe("Klarna refused it.");
  rerender(4);
  expect(result.current.problem).toBeUndefined();
});

describe("what the merchant is told of its draft", () => {
  const address = { registration_address: { country: "SE" }, operating_address: { country: "FI" } };
  const content = { operatesElsewhere: true, extra_account_data: { business_information: address } };

  it.each([
    ["a refusal after a reload", <RefusalNotice key="1" draft={{ ...draft, content }} problem={undefined} refusals={[]} />],
    ["a refusal", <RefusalNotice key="2" draft={{ ...draft, content }} problem={{ ...refused, code: "VALIDATION_ERROR" }} refusals={[]} />],
    ["what nobody knows the outcome of", <OutcomeNotice key="3" draft={{ ...draft, content, outcome: "unknown" }} sending={false} unsure={false} />],
  ])("begins in the language of the country that it works in, for %s", async (_, notice) => {
    show(notice);
    fireEvent.click(await screen.findByRole("button", { name: "Copy text for the merchant" }));
    const text = await screen.findByRole("textbox");
    await vi.waitFor(() => expect(text.getAttribute("lang")).toBe("fi"), { timeout: 20_000 });
  });

  it.each([
    ["of the registered address, where it works there", { ...content, operatesElsewhere: false }, "SE"],
    [
      "of the registered address, where no other country is given",
      { ...content, extra_account_data: { business_information: { registration_address: { country: "SE" } } } },
      "SE",
    ],
    ["of the other address, where it works elsewhere", content, "FI"],
    ["not given yet", {}, ""],
  ])("knows the country %s", (_, given, country) => {
    expect(countryIn(formOf(given))).toBe(country);
  });
});
