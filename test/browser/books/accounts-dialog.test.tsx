// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";

import { AccountsDialog } from "@/components/books/accounts-dialog";

import { haveDialogs } from "../dialogs";
import { renderFresh } from "../merchants/desk";

beforeEach(haveDialogs);
afterEach(cleanup);

it("requires no account: one without a number is none", () => {
  renderFresh(<AccountsDialog environment="test" accounts={{}} left={undefined} onClose={() => undefined} />);
  const fields = screen.getAllByRole("textbox");
  expect(fields.length).toBeGreaterThan(0);
  expect(fields.filter((field) => field.getAttribute("aria-required") === "true")).toEqual([]);
});
