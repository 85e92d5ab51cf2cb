// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, configure, fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";

import { OutcomeNotice } from "@/components/onboarding/outcome-notice";
import { RefusalNotice } from "@/components/onboarding/refusal-notice";
import { WizardProvider } from "@/components/onboarding/wizard-context";
import { KlarnaHelp } from "@/components/operation/klarna-help";
import type { Draft } from "@/lib/desk/draft";

import { openableDialogs } from "../merchants/file/at-file";
import { standAt } from "../navigation";

configure({ asyncUtilTimeout: 20_000 });
beforeAll(() => {
  openableDialogs();
  standAt("/test/merchants/new/1", { environment: "test" });
});
afterEach(cleanup);

const draft: Draft = {
  ...{ id: "d-1", environment: "test", title: "Nordlys", version: 1, created_by: "Ada", updated_by: "Ada", updated_at: "2026-11-20T10:00:00Z" },
  ...{ outcome: "rejected", next_try_at: null, tries: 2, error_id: "8d2c-11", account_id: null, content: {}, refused: [] },
  ...{ first_sent_at: "2026-11-20T09:59:00Z", sent_at: "2026-11-20T10:01:02Z", idempotency_key: "5b0e7a52-7a0c-4f63-8f0b-0c6d1f0c7a11" },
};

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
