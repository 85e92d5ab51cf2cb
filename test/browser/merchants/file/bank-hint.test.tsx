// @vitest-environment jsdom
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";

import { BankPage } from "@/components/merchants/file/bank-page";
import type { Edit } from "@/lib/desk/file";
import { valuesOf } from "@/lib/klarna/file/values";

import { fileDoor, openableDialogs, openSection, read } from "./at-file";

const asked = vi.hoisted(() => ({ bodies: [] as unknown[] }));
vi.mock("@/components/operation/use-check-hints", () => ({ useCheckHints: (_: string, body: unknown) => void asked.bodies.push(body) }));

configure({ asyncUtilTimeout: 20_000 });
beforeAll(openableDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("of an account whose BIC alone is edited, the country of its masked IBAN is checked, and the mask isn't", async () => {
  const account = { bank_account_id: "krn:b:1", bank_account_type: "IBAN", iban: "SE•• •••• 7466", bic: "NDEASESSXXX" };
  const start = valuesOf("bankAccounts", account);
  const part = { act: "update", round: 0, start, stamps: { iban: "digest" }, values: { ...start, bic: "NDEAFIHHXXX" } } as const;
  const edit: Edit = {
    id: "e1",
    version: 1,
    updated_at: "2026-11-23T12:00:00Z",
    content: { parts: { "bankAccounts krn:b:1": part }, rounds: {} },
    standing: {},
  };
  openSection(<BankPage />, { edit, answers: { [fileDoor]: read({ extra_account_data: { settlement_information: { bank_accounts: [account] } } }) } });
  await vi.waitFor(() => expect(asked.bodies).not.toHaveLength(0), { timeout: 20_000 });
  expect(asked.bodies.at(-1)).toMatchObject({
    extra_account_data: { settlement_information: { bank_accounts: [{ iban_country: "SE", bic: "NDEAFIHHXXX" }] } },
  });
  expect(JSON.stringify(asked.bodies)).not.toMatch(/•|7466/);
});
