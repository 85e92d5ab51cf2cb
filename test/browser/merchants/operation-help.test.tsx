// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";

import { OperationHelp } from "@/components/merchants/operation-help";
import type { OperationEntry } from "@/lib/desk/timeline";

import { haveDialogs } from "../dialogs";

beforeEach(haveDialogs);
afterEach(cleanup);

const at = "2026-11-23T11:00:00Z";
const undone: OperationEntry = {
  ...{ kind: "operation", id: "1", name: "paymentProducts.disable", state: "rejected", by: "Ada Lindqvist", at, sent_at: at, tries: 1 },
  ...{ idempotency_key: null, settled_at: at, settled_by: "answer", decided_by: null, code: null, error_id: null, announcement: null, read_at: null },
};

it.each([
  ["KLARNA_UNREACHABLE", "not sent"],
  ["RATE_USED_UP", "not sent"],
  ["RESOURCE_CONFLICT", "refused"],
])("Klarna's support is told of %s what became of it: %s", async (code, outcome) => {
  render(<OperationHelp operation={{ ...undone, code }} />);
  fireEvent.click(screen.getByRole("button", { name: "Copy for Klarna support" }));
  expect((await screen.findByRole<HTMLTextAreaElement>("textbox")).value).toContain(`Outcome: ${outcome}`);
});
