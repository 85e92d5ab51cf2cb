// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Freshness } from "@/components/operation/freshness";
import { KlarnaHelp } from "@/components/operation/klarna-help";
import { SupportCopy } from "@/components/operation/support-copy";
import { TellMerchant } from "@/components/operation/tell-merchant";
import { ProblemNotice, type ProblemNoticeProps } from "@/components/ui/problem";
import { accountWords } from "@/lib/klarna/account-words";
import { stateText } from "@/lib/klarna/merchant-text";

import { standAt } from "./navigation";

const account = "krn:partner:global:account:test:BL0M5TER";
const where = { environment: "test", account_id: encodeURIComponent(account) };

const writeText = vi.fn<(text: string) => Promise<void>>();
beforeEach(() => {
  standAt(`/test/merchants/${encodeURIComponent(account)}`, where);
  Object.assign(navigator, { clipboard: { writeText } });
  Object.assign(HTMLElement.prototype, {
    showModal(this: HTMLElement) {
      this.setAttribute("open", "");
    },
    close(this: HTMLElement) {
      this.removeAttribute("open");
    },
  });
});
afterEach(() => {
  cleanup();
  writeText.mockReset();
});

const refusal = { status: 400, code: "VALIDATION_ERROR", errorId: "5a3f", message: "Klarna refused one field." };

describe("what can be told", () => {
  it("to the merchant is shown first, and copied as it stands", async () => {
    writeText.mockResolvedValue();
    const words = accountWords("DISABLED", "NON_COMPLIANT");
    render(<TellMerchant about={{ state: words.tell }} />);
    await press("Copy text for the merchant");
    const text = await shownText();
    expect(text).toBe(stateText(words.tell));
    await press("Copy");
    expect(writeText).toHaveBeenCalledExactlyOnceWith(text);
    expect(screen.getByText("Copied.")).toBeTruthy();
  });

  it("is selected where the browser doesn't let it be copied, and that is said", async () => {
    writeText.mockRejectedValue(new Error("not allowed"));
    render(<TellMerchant about={{ change: { operation: "accounts.update", code: "VALIDATION_ERROR" } }} />);
    await press("Copy text for the merchant");
    const text = await shownText();
    await press("Copy");
    expect(screen.getByText(/copy it by hand/)).toBeTruthy();
    const area = screen.getByRole<HTMLTextAreaElement>("textbox");
    expect([area.selectionStart, area.selectionEnd]).toEqual([0, text.length]);
  });

  it("to Klarna's support names environment and account of the page, where it wasn't told them", async () => {
    render(<SupportCopy incident={{ operation: "accounts.update", at: "2026-11-23T11:00:00Z", errorId: "5a3f", outcome: "refused" }} />);
    await press("Copy for Klarna support");
    const text = await shownText();
    expect(text).toContain(`Environment: TEST\nAccount: ${account}\nOperation: PATCH /v2/accounts/{account_id}\n`);
  });
});

describe("beside a read that failed", () => {
  const about = { environment: "test", accountId: account, operation: "accounts.get" } as const;
  const stale = (code: string) => (
    <KlarnaHelp>
      <Freshness problem={{ ...refusal, status: 500, code, fields: [] }} at={null} busy={false} refresh={() => undefined} about={about}>
        Seen
      </Freshness>
    </KlarnaHelp>
  );

  it("of Klarna's stands what its support asks for", async () => {
    render(stale("INTERNAL_ERROR"));
    await press("Copy for Klarna support");
    expect(await shownText()).toMatch(/Account: krn.*\nOperation: GET \/v2\/accounts\/\{account_id\}\nTime \(UTC\): 20.*\nError id: 5a3f\n.*\nOutcome: failed/);
  });

  it("of the desk's own stands nothing of the kind", () => {
    render(stale("DATABASE_DOWN"));
    expect(screen.queryByRole("button", { name: "Copy for Klarna support" })).toBeNull();
  });
});

describe("beside a problem", () => {
  it("of Klarna's stands what can be told of it", async () => {
    show({ problem: refusal, about: { operation: "accounts.update" } });
    await press("Copy for Klarna support");
    expect(await shownText()).toMatch(/Operation: PATCH .*\nTime \(UTC\): 20.*\nError id: 5a3f\nError code: VALIDATION_ERROR\nOutcome: refused/);
    await press("Close");
    await press("Copy text for the merchant");
    expect(await shownText()).toContain("We asked Klarna to change your account. Klarna did not accept it yet");
  });

  it.each([
    ["OUTCOME_UNKNOWN", 504, "Outcome: not known"],
    ["INTERNAL_ERROR", 500, "Outcome: failed"],
  ])("with %s it isn't called refused", async (code, status, outcome) => {
    show({ problem: { ...refusal, code, status } });
    await press("Copy for Klarna support");
    expect(await shownText()).toContain(outcome);
  });

  it("that is no merchant's there is nothing for a merchant", async () => {
    standAt("/settings/webhooks", where);
    show({ problem: refusal });
    expect(await screen.findByRole("button", { name: "Copy for Klarna support" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Copy text for the merchant" })).toBeNull();
  });

  it.each([
    ["of the desk's own", { ...refusal, code: "UNEXPECTED" }],
    ["without Klarna's id", { message: "Give a name.", code: "INVALID_INPUT" }],
  ])("%s there is nothing", async (_, problem) => {
    await import("@/components/operation/problem-told");
    await act(async () => show({ problem }));
    expect(screen.queryByRole("button", { name: /Copy (for|text)/ })).toBeNull();
  });
});

function show(props: ProblemNoticeProps): void {
  render(
    <KlarnaHelp>
      <ProblemNotice title="It wasn't changed" {...props} />
    </KlarnaHelp>,
  );
}

async function press(name: string): Promise<void> {
  await act(async () => fireEvent.click(await screen.findByRole("button", { name })));
}

async function shownText(): Promise<string> {
  return (await screen.findByRole<HTMLTextAreaElement>("textbox")).value;
}
